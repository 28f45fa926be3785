import { expect, test } from 'vitest'
import { formatsWithoutCustomers } from '../../../../shared/contract/lists.ts'
import { everyFormat } from '../../../../shared/import/formats/index.ts'

test('exactly the exports without a column for a customer are said to name nobody', () => {
  const roles = ['customerId', 'customerEmail', 'customerPhone', 'customerName', 'customerLastName'] as const
  const nameless = everyFormat.filter(({ name, columns }) => name !== 'generic' && roles.every((role) => columns[role] === undefined))
  expect(nameless.map(({ name }) => name).sort()).toEqual([...formatsWithoutCustomers].sort())
})
