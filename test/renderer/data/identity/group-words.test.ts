import { expect, test } from 'vitest'
import { choicesFor, contactOf, decisionBefore, nameOf, namesOf } from '../../../../renderer/data/identity/group-words.ts'
import type { IdentityPart } from '../../../../shared/contract/identity.ts'

const part: IdentityPart = {
  customerId: 1, kind: 'id', customerKey: '7', name: 'Anna de Vries', email: 'anna@voorbeeld.nl', phone: null, postcode: '1234AB', customers: 1, orders: 2, revenueCents: 6000,
}

test('a part is called by name, else by e-mail, else by what it is known by', () => {
  expect([part, { ...part, name: ' ' }, { ...part, name: '', email: null }].map(nameOf)).toEqual(['Anna de Vries', 'anna@voorbeeld.nl', '7'])
  expect(contactOf(part)).toBe('anna@voorbeeld.nl · 1234AB')
  expect(contactOf({ ...part, name: '' })).toBe('1234AB')
})

test('a group is called by its different names, the first three', () => {
  const named = (...names: string[]) => ({ parts: names.map((name) => ({ ...part, name })), partTotal: names.length })
  expect(namesOf(named('Anna de Vries', 'A. de Vries', 'Anna de Vries'))).toBe('Anna de Vries, A. de Vries')
  expect(namesOf(named('A', 'B', 'C', 'D'))).toBe('A, B, C, …')
  expect(namesOf({ ...named('A', 'B'), partTotal: 30 })).toBe('A, B, …')
})

test('every group has a way to somewhere else, and every decision a way back', () => {
  const said = (state: 'suggested' | 'merged' | 'separate', isDecided: boolean) => choicesFor({ state, isDecided }).map(({ decision }) => decision)
  expect(said('suggested', false)).toEqual(['merge', 'separate'])
  expect(said('merged', false)).toEqual(['separate'])
  expect(said('merged', true)).toEqual(['automatic'])
  expect(said('separate', true)).toEqual(['automatic'])
  expect(decisionBefore({ state: 'suggested', isDecided: false })).toBe('automatic')
  expect(decisionBefore({ state: 'merged', isDecided: true })).toBe('merge')
  expect(decisionBefore({ state: 'separate', isDecided: true })).toBe('separate')
})
