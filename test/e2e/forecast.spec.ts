import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { formatIsoDay, parseIsoDay } from '../../shared/calendar.ts'
import { en, nl, type Language } from '../../shared/i18n/index.ts'
import { dataMissing, dataText, MISSING } from '../shared/clv/reference-data.ts'
import { expectNothingFound, wcag } from './axe.ts'
import { chooseMenu, expect, signalEngine, test } from './fixtures.ts'
import { importSales } from './sales-files.ts'

const words = en.forecast
const percent = (share: number) => new Intl.NumberFormat('en-GB', { style: 'percent' }).format(share)
/** '+€1,510' is 1510. */
const amountIn = (text: string) => Number(text.replaceAll(/[^\d.]/g, '')) * (text.includes('-') ? -1 : 1)

async function backTest(page: Page) {
  const answer = await page.evaluate(() => window.stamgast.call('models:back-test', {}))
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}

async function importLines(app: Parameters<typeof importSales>[0], page: Page, path: string, lines: readonly string[]): Promise<void> {
  writeFileSync(path, ['customer,date,amount', ...lines].join('\n'))
  await importSales(app, page, path)
  await chooseMenu(app, 'customers')
  await expect(page.getByRole('grid', { name: en.customers.tableLabel }).getByRole('row').nth(1)).toBeVisible()
}

/** From 2025 on, every customer at a rhythm and for an amount of their own that never change. */
function steadyLines(customers: number, days: number): string[] {
  const start = parseIsoDay('2025-01-01') ?? 0
  return Array.from({ length: customers }, (_, customer) => customer).flatMap((customer) => {
    const every = 5 + (customer % 9)
    return Array.from({ length: Math.floor(days / every) }, (_, visit) => `C${customer},${formatIsoDay(start + visit * every)},${10 + customer}.00`)
  })
}

test('F19: the sample shop says how good its forecast is, in the figures of the back-test', async ({ page, app }) => {
  await page.evaluate(() => window.stamgast.call('workspace:open-sample', {}))
  await chooseMenu(app, 'customers')
  const aside = page.getByRole('complementary', { name: en.customers.quality.label })
  const { method, report } = await backTest(page)
  if (!report || method.kind !== 'model') throw new Error('the sample shop has history enough')
  await expect(aside).toContainText(words.ways.names[method.transactions])

  await aside.getByRole('button', { name: words.title }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeFocused()
  const chosen = report.candidates.find((tried) => tried.method.kind === 'model' && tried.method.transactions === method.transactions && tried.method.spend === method.spend)
  await expect(page.getByRole('main')).toContainText(`brought ${percent(chosen?.score.topTenthCapture ?? NaN)} of all that was really spent. At random that would be 10%.`)

  const table = page.getByRole('table', { name: words.comparison.title })
  await expect(table.getByRole('row')).toHaveCount(report.candidates.length + 1)
  await expect(table.getByRole('row').filter({ hasText: words.ways.inUse })).toHaveCount(1)
  await page.getByRole('button', { name: new RegExp(`${words.comparison.top}”`) }).click()
  await expect(page.getByRole('dialog')).toContainText('At random it would be 10%')
  await page.keyboard.press('Escape')

  // The drawing tells its end in words; its twin holds every group.
  await expect(page.getByRole('img', { name: /^What 10 groups of customers really spent/ })).toBeVisible()
  await page.getByRole('button', { name: `${en.frame.chart.asTable}: ${words.calibration.title}` }).click()
  await expect(page.getByRole('table', { name: words.calibration.title }).getByRole('row')).toHaveCount(report.calibration.length + 1)
  await page.getByRole('button', { name: words.comparison.what.replace('{{column}}', words.comparison.total), exact: false }).click()
  await expect(page.getByRole('dialog')).toContainText('90% is 10% too low')
})

test('the keyboard goes there and comes back to where it was, from the ranking and from a customer', async ({ page, app }) => {
  await page.evaluate(() => window.stamgast.call('workspace:open-sample', {}))
  await chooseMenu(app, 'customers')
  const link = page.getByRole('button', { name: words.title })
  await link.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('button', { name: en.customers.detail.back })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(link).toBeFocused()

  const row = page.getByRole('grid').getByRole('row').nth(2)
  await row.press('Enter')
  await expect(page.getByRole('heading', { name: en.customers.detail.why.title })).toBeVisible()
  const name = await page.getByRole('heading', { level: 1 }).innerText()
  await link.press('Enter')
  await page.getByRole('button', { name: words.backToCustomer }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(link).toBeFocused()
  await page.getByRole('button', { name: en.customers.detail.back }).press('Enter')
  await expect(row).toBeFocused()

  // Looking for somebody leads away from it.
  await link.press('Enter')
  await chooseMenu(app, 'find')
  await expect(page.getByRole('searchbox', { name: en.customers.search.label })).toBeFocused()
})

test('what has the keyboard while an answer is waited for keeps it when the answer comes', async ({ page, app }) => {
  test.skip(process.platform === 'win32', 'Windows has no signal that holds a process')
  await page.evaluate(() => window.stamgast.call('workspace:open-sample', {}))
  await chooseMenu(app, 'customers')
  const back = page.getByRole('button', { name: en.customers.detail.back })
  const doors = [
    { door: page.getByRole('button', { name: words.title }), answer: page.getByRole('table', { name: words.comparison.title }) },
    { door: page.getByRole('grid').getByRole('row').nth(2), answer: page.getByRole('heading', { name: en.customers.detail.why.title }) },
  ]
  for (const { door, answer } of doors) {
    await door.focus()
    await signalEngine(app, 'SIGSTOP')
    await door.press('Enter')
    await back.focus()
    await expect(answer).toBeHidden()
    await signalEngine(app, 'SIGCONT')
    await expect(answer).toBeVisible()
    await expect(back).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(door).toBeFocused()
  }
})

test('the parts of an expected value add up on screen, the range stands beside it', async ({ page, app }) => {
  await page.evaluate(() => window.stamgast.call('workspace:open-sample', {}))
  await chooseMenu(app, 'customers')
  for (const index of [1, 2, 3]) {
    await page.getByRole('grid').getByRole('row').nth(index).click()
    const parts = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: en.customers.detail.parts.title }) })
    await expect(parts).toBeVisible()
    const amounts = (await parts.getByRole('listitem').locator('[class*=amount]').allInnerTexts()).map(amountIn)
    const own = amounts.pop()
    expect(amounts.length).toBeGreaterThan(1)
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(own ?? NaN, 6)
    const figure = page.locator('dl > div').filter({ has: page.getByText(en.customers.detail.figures.residual, { exact: true }) })
    await expect(figure).toContainText(/probably €[\d,.]+ to €[\d,.]+/)
    await page.getByRole('button', { name: en.customers.detail.back }).click()
  }
})

test('F19: CDNOW, imported through the window: the model that forecasts it best is named, and what MBG/NBD is still for', async ({ page, app }, info) => {
  test.skip(dataMissing, MISSING)
  const lines = dataText('cdnow_sample.txt').split('\n').map((line) => {
    const [, customer = '', day = '', , amount = ''] = line.trim().split(/\s+/)
    return `${customer},${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)},${amount}`
  })
  await importLines(app, page, info.outputPath('cdnow.csv'), lines)
  const aside = page.getByRole('complementary', { name: en.customers.quality.label })
  await expect(aside).toContainText(words.ways.names['pareto-nbd'])
  await aside.getByText(en.customers.detail.curious.title).click()
  await expect(aside).toContainText(en.customers.detail.curious.campaigns)
  await expect(aside).toContainText(en.customers.detail.curious.chanceOwn)

  await aside.getByRole('button', { name: words.title }).click()
  await expect(page.getByText('The tenth of customers it put on top brought 53% of all that was really spent.')).toBeVisible()
  await expect(page.getByRole('table', { name: words.comparison.title }).getByRole('row').filter({ hasText: words.ways.inUse })).toContainText(words.ways.names['pareto-nbd'])
})

test('where a rule of thumb does as well as any model, it says so and explains the rule', async ({ page, app }, info) => {
  await importLines(app, page, info.outputPath('steady.csv'), steadyLines(45, 400))
  const { method } = await backTest(page)
  if (method.kind !== 'rule') throw new Error('no model beats a rule where everybody goes on as they did')
  await page.getByRole('grid').getByRole('row').nth(1).click()
  await page.getByRole('button', { name: `${en.frame.explain} ${en.customers.detail.figures.residual}` }).click()
  await expect(page.getByRole('dialog')).toContainText(words.ways.names[method.rule])
  await expect(page.getByRole('dialog')).not.toContainText(en.customers.detail.explain.order)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: words.title }).click()
  await expect(page.getByText(words.verdict.ruleTitle)).toBeVisible()
  await expect(page.getByText(words.season.rule)).toBeVisible()
  await expectNothingFound(page, 'a rule in use')
})

test('C10: a shop with too little history is told so, and what it takes', async ({ page, app }, info) => {
  await importLines(app, page, info.outputPath('thin.csv'), steadyLines(12, 60))
  expect((await backTest(page)).report).toBeNull()
  await page.getByRole('button', { name: words.title }).click()
  await expect(page.getByText(words.thin.title)).toBeVisible()
  await expect(page.getByText(/in which 30 customers bought before a cut and 5 of them/)).toBeVisible()
  await expectNothingFound(page, 'too little history')
})

for (const language of ['en', 'nl'] satisfies Language[]) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${language}, ${theme}`, () => {
      test.use({ language, theme })
      test('axe finds nothing on the page, in its tables, in an explanation, small or large', async ({ page, app }) => {
        const text = (language === 'nl' ? nl : en)
        await page.evaluate(() => window.stamgast.call('workspace:open-sample', {}))
        await chooseMenu(app, 'customers')
        await page.getByRole('button', { name: text.forecast.title }).click()
        await expect(page.getByRole('table', { name: text.forecast.comparison.title })).toBeVisible()
        await page.getByText(text.forecast.comparison.meaning).click()
        await expectNothingFound(page, 'how good the forecast is')
        await page.getByRole('button', { name: `${text.frame.explain} ${text.forecast.verdict.total}` }).click()
        await expect(page.getByRole('dialog')).toBeVisible()
        await expectNothingFound(page, 'an explanation', wcag)
        await page.keyboard.press('Escape')
        for (const title of [text.forecast.calibration.title, text.forecast.capture.title]) {
          await page.getByRole('button', { name: `${text.frame.chart.asTable}: ${title}` }).click()
          await expect(page.getByRole('table', { name: title })).toBeVisible()
        }
        await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(640, 400))
        await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThanOrEqual(900)
        expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0)
        await expectNothingFound(page, 'the tables, small')
      })
    })
  }
}
