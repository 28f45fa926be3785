import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formatNames, type ImportChoices, type ImportQuestion } from '../../../shared/contract/data.ts'
import { engineForEachTest, type TestEngine } from '../engine-for-each-test.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/import')
/** A folder per format, named after it. */
const folders = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && formatNames.some((name) => name === entry.name))
  .map(({ name }) => ({ name, files: readdirSync(join(fixtures, name)) }))

let engine: TestEngine
engineForEachTest((started) => { engine = started.engine })

/** What an owner in Europe would answer. */
function answerTo(question: ImportQuestion): ImportChoices {
  if (question.kind === 'date-order') return { dateOrder: 'dmy' }
  if (question.kind === 'decimal-mark') return { decimalMark: ',' }
  throw new Error(`nobody could answer ${question.kind}`)
}

/** All that counts: the orders with their lines, and who is worth what. */
async function state() {
  const connection = await engine.context.workspace.connection()
  return {
    orders: await connection.all(`SELECT order_key, ordered_on, sales_order.amount_cents, customer_key, product_key, quantity, order_line.amount_cents AS line_cents
      FROM sales_order JOIN order_line USING (order_id) LEFT JOIN customer USING (customer_id) LEFT JOIN product USING (product_id)
      WHERE superseded_by_batch_id IS NULL ORDER BY order_key, position`),
    customers: await connection.all('SELECT customer_key, name, email FROM customer ORDER BY customer_key'),
    ranking: await engine.call('customers:rank', { method: 'realized-value' }),
  }
}

test('every known export has an ordinary file, one with refunds and an odd one', () => {
  const missing = formatNames.filter((format) => format !== 'generic').flatMap((format) => {
    const files = folders.find(({ name }) => name === format)?.files ?? []
    return ['ordinary', 'refund', 'odd'].filter((kind) => !files.some((file) => file.startsWith(`${kind}.`))).map((kind) => `${format}/${kind}`)
  })
  expect(missing).toEqual([])
})

describe.each(folders)('$name', ({ name, files }) => {
  test.each(files)('%s: the second import counts nothing twice, and undoing takes away what was brought', async (fileName) => {
    const file = engine.grant(join(fixtures, name, fileName))
    const empty = await state()
    const preview = await engine.ask('data:preview-file', { file })
    expect(preview.format).toBe(name)
    const choices = Object.assign({}, ...preview.questions.map(answerTo)) as ImportChoices

    const first = await engine.ask('data:import-file', { file, choices })
    expect(first).toMatchObject({ format: name, knownOrders: 0, changedOrders: 0, rowsKnown: 0 })
    expect(first.rowsRead).toBe(first.rowsAccepted + first.rowsRejected)
    expect(first.controlTotalCents).toBe(first.netRevenueCents + first.rejectedByReason.reduce((sum, { amountCents }) => sum + amountCents, 0))
    const imported = await state()
    expect(imported).not.toEqual(empty)

    const second = await engine.ask('data:import-file', { file, choices })
    expect(second).toMatchObject({
      newOrders: 0, changedOrders: 0, knownOrders: first.newOrders, rowsKnown: first.rowsAccepted, newCustomers: 0,
      netRevenueCents: first.netRevenueCents, controlTotalCents: first.controlTotalCents,
    })
    expect(await state()).toEqual(imported)

    await engine.ask('data:undo-batch', { batchId: second.batchId })
    expect(await state()).toEqual(imported)
    await engine.ask('data:undo-batch', { batchId: first.batchId })
    expect(await state()).toEqual(empty)
  })
})
