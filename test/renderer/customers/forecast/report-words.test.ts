import { expect, test } from 'vitest'
import { bestPerWay, chosenOf, comparedWith, hasThinGroups, hiddenPeriods, lastTry, totalVerdict } from '../../../../renderer/customers/forecast/report-words.ts'
import { wayOf } from '../../../../renderer/customers/forecast/method-words.ts'
import { createFormat } from '../../../../renderer/format.ts'
import { aReport, ownPace, soFar } from './a-report.ts'

test('a total is right, too low or too high, or not to be told', () => {
  expect(totalVerdict(1)).toEqual({ kind: 'right' })
  expect(totalVerdict(1.004)).toEqual({ kind: 'right' })
  expect(totalVerdict(0.9)).toEqual({ kind: 'low', share: expect.closeTo(0.1, 9) })
  expect(totalVerdict(1.05)).toEqual({ kind: 'high', share: expect.closeTo(0.05, 9) })
  expect(totalVerdict(2.49)).toEqual({ kind: 'high', share: expect.closeTo(1.49, 9) })
  expect(totalVerdict(0)).toEqual({ kind: 'low', share: 1 })
  expect(totalVerdict(null)).toEqual({ kind: 'unknown' })
})

test('the chosen way is found whatever the season', () => {
  expect(chosenOf(aReport)).toBe(aReport.candidates[1])
  expect(chosenOf({ ...aReport, chosen: { ...ownPace, isSeasonal: true } })).toBe(aReport.candidates[1])
  expect(chosenOf({ ...aReport, chosen: { kind: 'rule', rule: 'hiatus-rate' } })).toBeNull()
})

test('its error stands beside that of the simplest rule, and the rule’s beside the best model’s', () => {
  expect(comparedWith(aReport)?.method).toEqual(soFar)
  expect(comparedWith({ ...aReport, chosen: { kind: 'rule', rule: 'last-period' } })?.method).toEqual(soFar)
  expect(comparedWith({ ...aReport, chosen: soFar })).toBe(aReport.candidates[0])
  expect(comparedWith({ ...aReport, candidates: aReport.candidates.slice(0, 1) })).toBeNull()
})

test('of every way one is drawn, the chosen method for its own', () => {
  expect(bestPerWay(aReport).map(({ method }) => wayOf(method))).toEqual(['mbg-nbd', 'pareto-nbd', 'past-spend-rate'])
  expect(bestPerWay(aReport)[0]).toBe(aReport.candidates[1])
  expect(bestPerWay(aReport)[1]).toBe(aReport.candidates[2])
})

test('what was hidden is said in months or weeks, each stretch once', () => {
  expect(hiddenPeriods(aReport, createFormat('en', 'EUR'))).toBe('12 months, 8 months and 6 months')
  expect(hiddenPeriods({ ...aReport, origins: aReport.origins.slice(0, 1) }, createFormat('nl', 'EUR'))).toBe('12 maanden')
})

test('the last try counts its customers and adds up their money', () => {
  expect(lastTry(aReport)).toEqual({ customers: 50, forecastCents: 25_000, outcomeCents: 22_500 })
  expect(lastTry({ ...aReport, calibration: [] })).toEqual({ customers: 0, forecastCents: 0, outcomeCents: 0 })
})

test('a group of under twenty customers is thin', () => {
  expect(hasThinGroups(aReport)).toBe(false)
  expect(hasThinGroups({ ...aReport, calibration: [{ customers: 19, forecastCents: 0, outcomeCents: 0 }] })).toBe(true)
})
