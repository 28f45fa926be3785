import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { BatchSummary } from '../../shared/contract/data.ts'
import { hasSamples, samples, samplesFolder, whyNoSamples } from '../import-samples.ts'
import { dropFiles, expect as patiently, test } from './fixtures.ts'

const expect = patiently.configure({ timeout: 60_000 })
test.setTimeout(480_000)

const headlessScript = join(import.meta.dirname, '../../build/scripts/headless.mjs')
const euros = (cents: number) => (cents / 100).toLocaleString('en', { style: 'currency', currency: 'EUR' })
/** All but the moment of the import. */
const withoutTime = (summary: BatchSummary) => ({ ...summary, importedAt: null })

function importHeadless(workspace: string, path: string): BatchSummary {
  const { stdout, stderr } = spawnSync(process.execPath, [headlessScript, workspace, 'data:import-file', JSON.stringify({ file: `@${path}` })], { encoding: 'utf8' })
  const result = JSON.parse(stdout || '{"ok":false}') as { ok: boolean; value: BatchSummary }
  if (!result.ok) throw new Error(stdout + stderr)
  return result.value
}

async function batches(page: Page): Promise<BatchSummary[]> {
  const answer = await page.evaluate(() => window.stamgast.call('data:batches', {})) as { ok: true; value: BatchSummary[] }
  return answer.value.toSorted((a, b) => a.batchId - b.batchId)
}

test('the nine samples, dropped together: every figure as it must be, and the same without a window', async ({ page }, info) => {
  test.skip(!hasSamples, whyNoSamples)
  await dropFiles(page, samples.map(({ file }) => join(samplesFolder, file)))
  for (const [index, { file, figures }] of samples.entries()) {
    await expect(page.getByRole('heading', { level: 1, name: `What Stamgast reads in ${file}` })).toBeVisible()
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await expect.poll(async () => (await batches(page)).at(index)).toMatchObject(figures)
    if (figures.kind === undefined) {
      const batch = (await batches(page))[index]!
      await expect(page.getByTestId('control-total')).toHaveText(euros(batch.controlTotalCents))
      await expect(page.getByRole('main')).toContainText(euros(batch.netRevenueCents))
    }
    const next = samples[index + 1]
    if (next) await page.getByRole('button', { name: `Next file: ${next.file}` }).click()
  }

  const workspace = info.outputPath('headless', 'shop.db')
  const headless = samples.map(({ file }) => importHeadless(workspace, join(samplesFolder, file)))
  expect((await batches(page)).map(withoutTime)).toEqual(headless.map(withoutTime))
})
