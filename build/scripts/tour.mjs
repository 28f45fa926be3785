/**
 * The main job without a display: opens the app in a headless window, clicks through the sample shop, prints the ranking and
 * the four simulated strategies, and leaves screenshots and the report as a PDF in out/tour/. Every figure comes from the app's engine.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { _electron } from '@playwright/test'
import { strategyNames } from '../../shared/contract/strategies.ts'
import { en, nl } from '../../shared/i18n/index.ts'
import { root, say } from './setup.mjs'

const language = (process.env.LC_ALL ?? process.env.LANG ?? '').startsWith('nl') ? 'nl' : 'en'
const texts = { en, nl }
const words = texts[language]
const out = join(root, 'out', 'tour')
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const profile = mkdtempSync(join(tmpdir(), 'stamgast-tour-'))

process.env.ELECTRON_OVERRIDE_DIST_PATH = join(root, 'test', 'stand-in')
// The stand-in runs on the Node that the project pins, whatever the machine has.
process.env.PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
const app = await _electron.launch({ args: [root, `--user-data-dir=${profile}`], cwd: root })
try {
  const page = await app.firstWindow()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].setContentSize(1280, 860))
  const ask = async (channel, request = {}) => {
    const result = await page.evaluate(([name, body]) => window.stamgast.call(name, body), [channel, request])
    if (!result.ok) throw new Error(`${channel}: ${words.errors[result.error.code]}`)
    return result.value
  }
  const picture = (name) => page.screenshot({ path: join(out, `${name}.png`) })
  const go = (screen, spoken = words) => page.getByRole('navigation').getByText(spoken.frame.navigation[screen], { exact: true }).click()

  await page.getByRole('main').waitFor()
  await ask('settings:set', { language, theme: 'light' })
  await page.reload()
  await page.getByRole('button', { name: words.data.first.sample }).waitFor()
  await picture('1-first-start')
  await page.getByRole('button', { name: words.data.first.sample }).click()
  await page.getByText(words.frame.sample.text).waitFor()
  await ask('settings:set', { contributionMarginRate: 0.42 })

  await go('customers')
  await page.getByRole('row').nth(1).waitFor()
  const ranking = await ask('customers:rank', { limit: 10 })
  const money = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
  const euro = (cents) => money.format(cents / 100)
  const percent = new Intl.NumberFormat(language, { style: 'percent' })
  const columns = (cells, widths) => cells.map((cell, i) => (i === 1 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i]))).join('  ')

  const heads = words.customers
  console.log(`\n${heads.title}: ${ranking.total}. ${heads.headline['total-clv']}: ${euro(ranking.customerEquityCents)}\n`)
  const rankWidths = [4, 26, 14, 24, 22, 18]
  const range = `${words.plan.waterfall.range} (80%)`
  console.log(columns([heads.columns.rank, heads.columns.name, heads.methods['realized-value'], heads.methods['residual-clv'], range, heads.columns.chance], rankWidths))
  for (const row of ranking.rows) {
    const between = row.residualRange ? `${euro(row.residualRange.p10)} – ${euro(row.residualRange.p90)}` : ''
    console.log(columns([row.rank, row.name, euro(row.realizedValueCents), euro(row.residualClvCents ?? 0), between, percent.format(row.probabilityAlive ?? 0)], rankWidths))
  }
  await picture('2-customers')
  await page.getByRole('row').nth(1).click()
  await page.getByRole('heading', { name: ranking.rows[0].name }).waitFor()
  await picture('3-customer')

  await go('plan')
  const said = words.plan.outcome
  const planWidths = [0, 22, 10, 22, 16, 12, 24, 22]
  console.log(`\n${words.plan.title}\n`)
  console.log(columns(['', words.plan.comparison.strategy, heads.title, said.extra, said.cost, said.net, range, said.loss], planWidths))
  for (const strategy of strategyNames) {
    const name = words.plan.strategies[strategy].name
    await page.getByRole('radio', { name }).setChecked(true, { force: true })
    const outcome = await ask('strategies:simulate', { strategy })
    await page.locator('[aria-busy="false"]').first().waitFor()
    const between = `${euro(outcome.net.p10)} – ${euro(outcome.net.p90)}`
    console.log(columns(['', name, outcome.customers, euro(outcome.extraClv.mean), euro(outcome.costCents.mean), euro(outcome.net.mean), between, percent.format(outcome.lossProbability)], planWidths))
    await picture(`4-plan-${strategy}`)
  }
  const report = join(out, 'plan.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, report)
  const { saved } = await ask('shell:save-pdf', { suggestedName: 'plan' })
  if (!saved) throw new Error('The report was not saved.')

  await go('data')
  await picture('5-data')
  await go('settings')
  await picture('6-settings')
  const other = language === 'nl' ? 'en' : 'nl'
  await ask('settings:set', { language: other, theme: 'dark' })
  await page.reload()
  for (const screen of ['customers', 'plan']) {
    await go(screen, texts[other])
    if (screen === 'customers') await page.getByRole('row').nth(1).waitFor()
    else await page.getByText(texts[other].plan.waterfall.title).first().waitFor()
    await picture(`7-${screen}-dark-${other}`)
  }
  say('\nScreenshots and the report (plan.pdf) are in out/tour/.')
} finally {
  await app.close()
  rmSync(profile, { recursive: true, force: true })
}
