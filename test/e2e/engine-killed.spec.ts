import { seededRandom } from '../../shared/random.ts'
import { expect as patiently, signalEngine, test } from './fixtures.ts'
import { pickSalesFile, writeManyOrders } from './sales-files.ts'

const KILLS = 20
const ORDERS = 60_000
const expect = patiently.configure({ timeout: 60_000 })
test.setTimeout(300_000)

test(`the engine is killed at ${KILLS} random moments of an import: the window says so and goes on, and no import is partly there`, async ({ app, page, executablePath }, info) => {
  test.skip(executablePath !== undefined, 'The engine is the same file in the package; once is enough.')
  const random = seededRandom(7)
  const said = page.getByRole('alert').filter({ hasText: 'What you were doing was not saved; do it once more.' })
  const importButton = page.getByRole('button', { name: 'Import', exact: true })
  const ask = () => page.evaluate(() => window.stamgast.call('workspace:info', {}))
  /** What is asked of an engine that is dying is not answered; the next one answers. */
  const shopInfo = async () => {
    await expect.poll(async () => (await ask() as { ok: boolean }).ok).toBe(true)
    return ask()
  }

  await pickSalesFile(app, page, writeManyOrders(info.outputPath('many.csv'), ORDERS))
  let interrupted = 0
  for (let kill = 0; kill < KILLS; kill++) {
    await importButton.click()
    await expect(said).toBeHidden()
    // From before the first row is read until after the last one is saved.
    await app.evaluate(({ app }, milliseconds) => new Promise<void>((done) => {
      setTimeout(() => {
        const engine = app.getAppMetrics().find(({ serviceName }) => serviceName === 'node.mojom.NodeService')
        if (engine) process.kill(engine.pid, 'SIGKILL')
        done()
      }, milliseconds)
    }), Math.round(900 * random.uniform()))
    const finished = page.getByRole('heading', { level: 1, name: 'Does this total agree with your till?' })
    await expect(said.or(finished).first()).toBeVisible()
    const found = await shopInfo()
    if (await finished.isVisible()) {
      expect(found).toMatchObject({ value: { orders: ORDERS, batches: 1 } })
    } else {
      interrupted++
      // Killed after the commit and before the answer, the import is there, and whole.
      expect([0, ORDERS]).toContain((found as { ok: true; value: { orders: number } }).value.orders)
    }
    const batches = await page.evaluate(() => window.stamgast.call('data:batches', {})) as { ok: true; value: { batchId: number; undoneAt: string | null }[] }
    for (const { batchId, undoneAt } of batches.value) {
      if (undoneAt === null) await page.evaluate((batchId) => window.stamgast.call('data:undo-batch', { batchId }), batchId)
    }
    expect(await shopInfo()).toMatchObject({ value: { orders: 0, customers: 0 } })
    if (!(await importButton.isVisible())) await pickSalesFile(app, page, info.outputPath('many.csv'))
  }
  // The moments were spread enough to mean something.
  expect(interrupted).toBeGreaterThan(KILLS / 2)

  await importButton.click()
  await expect(page.getByTestId('rows-read')).toHaveText('60,000 rows read = 60,000 rows used + 0 rows set aside')
})

test('the engine dies while the owner only looks: what is asked is asked again, and nobody is told that something was lost', async ({ app, page }) => {
  await page.getByRole('button', { name: 'Look around in a sample shop' }).click()
  await expect(page.getByRole('row').nth(5)).toBeVisible()
  await page.evaluate(() => {
    const states: string[] = []
    Object.assign(window, { states })
    window.stamgast.on('engine:state', ({ state }) => states.push(state))
  })
  // The question and the end of whoever should answer it, at the same time.
  const asked = page.getByRole('searchbox', { name: 'Search' }).fill('hen')
  await signalEngine(app, 'SIGKILL')
  await asked
  await expect.poll(() => page.evaluate(() => (window as unknown as { states: string[] }).states.at(-1))).toBe('running')
  await expect(page.getByText(/customers found/)).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Hendriks' }).first()).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: 'not saved' })).toBeHidden()
})
