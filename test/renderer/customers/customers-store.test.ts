import { beforeEach, expect, test } from 'vitest'
import { rankRequest, useCustomers } from '../../../renderer/customers/customers-store.ts'
import { useWorkspace } from '../../../renderer/frame/workspace-store.ts'
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts'

const shop: WorkspaceInfo = { kind: 'own', orders: 9, customers: 3, batches: 1, vat: 'unknown', firstOrderOn: '2026-01-01', lastOrderOn: '2026-02-01', appVersion: '0.1.0' }
const { getState } = useCustomers

beforeEach(() => getState().reset())

test('a search starts at the top, and spaces around it mean nothing', () => {
  getState().focusRow(40)
  getState().searchFor('  els ')
  expect(getState()).toMatchObject({ search: '  els ', rowIndex: 0 })
  expect(rankRequest(getState())).toEqual({ method: 'total-clv', sort: 'value', direction: 'descending', search: 'els', offset: 0, limit: 100 })
})

test('another way of valuing is sorted by that value, highest first', () => {
  getState().sortBy({ by: 'name', direction: 'ascending' })
  getState().rankBy('realized-value')
  expect(rankRequest(getState())).toMatchObject({ method: 'realized-value', sort: 'value', direction: 'descending' })
})

test('back from a customer: same search, same row, under the keyboard', () => {
  getState().searchFor('els')
  getState().focusRow(4)
  getState().open(7)
  expect(getState().openCustomerId).toBe(7)
  getState().back()
  expect(getState()).toMatchObject({ openCustomerId: null, search: 'els', rowIndex: 4, isForecastOpen: false, cameBackFrom: 'customer' })
})

test('how good the forecast is lies on top of the ranking or of a customer, and one comes back to it', () => {
  getState().open(7)
  getState().seeForecast()
  expect(getState()).toMatchObject({ isForecastOpen: true, openCustomerId: 7 })
  getState().leaveForecast()
  expect(getState()).toMatchObject({ isForecastOpen: false, openCustomerId: 7, cameBackFrom: 'forecast' })
  getState().back()
  expect(getState()).toMatchObject({ openCustomerId: null, cameBackFrom: 'customer' })
  getState().seeForecast()
  getState().leave()
  expect(getState()).toMatchObject({ isForecastOpen: false, cameBackFrom: null })
})

test('another shop has other customers; news of the same shop changes nothing', () => {
  useWorkspace.setState({ info: shop })
  getState().open(7)
  useWorkspace.setState({ info: { ...shop, orders: 10 } })
  expect(getState().openCustomerId).toBe(7)
  useWorkspace.setState({ info: { ...shop, kind: 'sample' } })
  expect(getState().openCustomerId).toBeNull()
})
