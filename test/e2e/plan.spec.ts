import { readFileSync, statSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { strategyNames } from '../../shared/contract/strategies.ts'
import { en } from '../../shared/i18n/index.ts'
import { chooseMenu, expect, launch, openedWindow, saveTo, test } from './fixtures.ts'

const words = en.plan
const section = (page: Page, title: string) => page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) })
const outcomeOf = (page: Page) => section(page, words.outcome.heading)
const netOf = (page: Page) => outcomeOf(page).getByRole('definition').nth(2)

/** Waits for the figures of what is asked now: until then those of before stand there. */
async function settled(page: Page): Promise<void> {
  await expect(outcomeOf(page).locator('[aria-busy=false]')).toBeVisible()
}

/** '-€1,230' is -1230. */
function amountIn(text: string): number {
  const digits = Number(text.replaceAll(/[^\d.]/g, ''))
  return text.includes('-') ? -digits : digits
}

async function planOnTheSampleShop(page: Page): Promise<void> {
  // The first answer waits for the models to be fitted, however long that takes here.
  const first = await page.evaluate(async () => {
    await window.stamgast.call('workspace:open-sample', {})
    return window.stamgast.call('strategies:simulate', { strategy: 'upsell' })
  })
  expect(first.ok).toBe(true)
  await expect(page.getByText(en.frame.sample.text)).toBeVisible()
  await page.getByRole('button', { name: en.frame.navigation.plan, exact: true }).click()
  await settled(page)
}

async function choose(page: Page, strategy: (typeof strategyNames)[number]): Promise<void> {
  await page.getByRole('radio', { name: words.strategies[strategy].sentence }).press('Space')
  await expect(page.getByRole('textbox', { name: words.scenarios.name })).toHaveValue(new RegExp(words.strategies[strategy].name))
  await settled(page)
}

test('each idea says what it would bring, while its assumptions move (S1, S3, S4, S10)', async ({ page }) => {
  await planOnTheSampleShop(page)

  await test.step('the waterfall adds up on screen', async () => {
    for (const strategy of strategyNames) {
      await choose(page, strategy)
      const answer = await page.evaluate((name) => window.stamgast.call('strategies:simulate', { strategy: name }), strategy)
      if (!answer.ok) throw new Error(answer.error.code)
      const { net, customers } = answer.value
      const exact = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }).format(net.mean / 100)
      await expect(netOf(page)).toHaveAttribute('title', exact)
      await expect(section(page, words.audience.heading)).toContainText(new RegExp(`^.*${customers.toLocaleString('en-GB')} customers`))
      await expect(outcomeOf(page)).toContainText(net.mean < 0 ? /This would cost you money/ : /This (would|may) bring you about/)
      await expect(outcomeOf(page)).toContainText(/probably -?€[\d,]+ to -?€[\d,]+/)

      const amounts = (await page.getByRole('figure', { name: words.waterfall.title }).getByRole('listitem').locator('span:nth-child(2)').allTextContents()).map(amountIn)
      const total = amounts.pop()
      expect(amounts.length).toBeGreaterThan(0)
      expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(total ?? Number.NaN, 6)
      expect(total).toBeCloseTo(amountIn(await netOf(page).textContent() ?? ''), 6)
    }
  })

  await test.step('a slider moved by keyboard changes the outcome, and the table twin holds the exact parts', async () => {
    await choose(page, 'upsell')
    const before = await netOf(page).getAttribute('title')
    const slider = page.getByRole('slider', { name: words.assumptions.words.takeRate.name })
    await slider.focus()
    for (let press = 0; press < 5; press++) await slider.press('ArrowRight')
    await expect(slider).toHaveValue('0.17')
    await settled(page)
    await expect(netOf(page)).not.toHaveAttribute('title', before ?? '')
    await expect(page.getByRole('textbox', { name: words.assumptions.words.takeRate.name })).toHaveValue('17%')

    await page.getByRole('button', { name: `${en.frame.chart.asTable}: ${words.waterfall.title}` }).click()
    const rows = page.getByRole('table', { name: words.waterfall.title }).getByRole('row')
    const cells = await rows.locator('td:nth-child(2)').allTextContents()
    const cents = cells.map((text) => Math.round(amountIn(text) * 100))
    const net = cents.pop()
    expect(cents.reduce((sum, each) => sum + each, 0)).toBe(net)
    await expect(netOf(page)).toHaveAttribute('title', cells.at(-1) ?? '')

    await page.getByRole('button', { name: `${words.assumptions.words.takeRate.name}: back to 12%` }).click()
    await expect(netOf(page)).toHaveAttribute('title', before ?? '')
  })

  await test.step('figures follow a dragged slider, and the plan is kept on letting go', async () => {
    await settled(page)
    await expect(page.getByText(words.scenarios.saved, { exact: true })).toBeVisible()
    const net = await netOf(page).getAttribute('title')
    const changedAt = () => page.evaluate(async () => {
      const kept = await window.stamgast.call('scenarios:list', {})
      return kept.ok ? kept.value.find((each) => each.strategy === 'upsell')?.updatedAt : undefined
    })
    const before = await changedAt()
    const thumb = page.getByRole('slider', { name: words.assumptions.words.takeRate.name }).locator('xpath=../..')
    await thumb.hover()
    await page.mouse.down()
    const { x, y } = await thumb.boundingBox() ?? { x: 0, y: 0 }
    await page.mouse.move(x + 60, y + 9, { steps: 4 })
    await expect(netOf(page)).not.toHaveAttribute('title', net ?? '')
    expect(await changedAt()).toBe(before)
    await page.mouse.up()
    await expect.poll(changedAt).not.toBe(before)
  })

  await test.step('a plan that loses money says so', async () => {
    await choose(page, 'promotion')
    const discount = page.getByRole('textbox', { name: words.assumptions.words.discountRate.name, exact: true })
    await discount.fill('38%')
    await discount.press('Enter')
    await expect(outcomeOf(page)).toContainText(/This would cost you money: about €[\d,]+/)
    await expect(outcomeOf(page).locator('[aria-live=polite]')).toContainText(/This would cost you money.+Chance of a loss: .+\(\d+%\)/)
    await expect(outcomeOf(page)).toContainText(words.outcome.givenAway)
  })
})

test('a plan goes on paper, at the margin of the owner', async ({ page, app }, info) => {
  await planOnTheSampleShop(page)

  await test.step('the margin stands in until the owner fills in theirs', async () => {
    await page.evaluate(() => window.stamgast.call('settings:set', { contributionMarginRate: null }))
    await page.reload()
    await page.getByRole('button', { name: en.frame.navigation.plan, exact: true }).click()
    await expect(page.getByText(/so 40% stands in for it/)).toBeVisible()
    const own = page.getByRole('textbox', { name: words.margin.label })
    await own.fill('55%')
    await own.press('Enter')
    await expect(own).toBeHidden()
    await expect(page.getByRole('textbox', { name: words.assumptions.words.marginRate.name })).toHaveValue('55%')
    await page.getByRole('button', { name: `${en.frame.explain} ${words.outcome.heading}` }).click()
    await expect(page.getByRole('dialog')).toContainText('at a margin of 55%')
    await page.keyboard.press('Escape')
  })

  await test.step('the PDF is one page', async () => {
    // The idea with the most assumptions and the most parts.
    await choose(page, 'promotion')
    const path = info.outputPath('plan.pdf')
    await saveTo(app, path)
    await page.getByRole('button', { name: words.outcome.pdf }).click()
    await expect(page.getByText(words.outcome.pdfSaved)).toBeVisible()
    const pdf = readFileSync(path, 'latin1')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(statSync(path).size).toBeGreaterThan(10_000)
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })
})

test('scenarios are compared and survive a restart', async ({ executablePath }, info) => {
  const profile = info.outputPath('kept')
  const first = await launch(profile, { executablePath })
  const page = await openedWindow(first)
  await planOnTheSampleShop(page)

  await test.step('two stand side by side, and a removed one comes back', async () => {
    await choose(page, 'bundle')
    await page.getByRole('button', { name: words.scenarios.new, exact: true }).click()
    const name = page.getByRole('textbox', { name: words.scenarios.name })
    await name.fill('Autumn gift set')
    await name.press('Enter')
    await page.getByRole('button', { name: words.scenarios.duplicate }).click()
    await expect(name).toHaveValue('Autumn gift set 2')
    await page.getByRole('slider', { name: words.assumptions.words.attachRate.name }).press('PageUp')
    const nets: (string | null)[] = []
    for (const scenario of ['Autumn gift set', 'Autumn gift set 2']) {
      await page.getByRole('button', { name: new RegExp(`^${scenario} ?${words.strategies.bundle.name}$`) }).click()
      await expect(name).toHaveValue(scenario)
      await settled(page)
      nets.push(await netOf(page).textContent())
      await page.getByRole('checkbox', { name: words.scenarios.choose.replace('{{name}}', scenario), exact: true }).press('Space')
    }
    expect(nets[0]).not.toBe(nets[1])
    await page.getByRole('button', { name: words.scenarios.compare, exact: true }).click()
    const table = page.getByRole('table', { name: words.comparison.caption })
    await expect(table.getByRole('columnheader')).toHaveText([words.comparison.figure, 'Autumn gift set', 'Autumn gift set 2'])
    const cells = table.getByRole('row', { name: words.outcome.net }).getByRole('cell')
    for (const [column, net] of nets.entries()) await expect(cells.nth(column)).toContainText(net ?? '')
    await page.getByRole('button', { name: words.comparison.back }).click()

    await page.getByRole('button', { name: words.scenarios.remove }).click()
    await expect(page.getByRole('button', { name: /^Autumn gift set 2/ })).toBeHidden()
    await page.getByRole('button', { name: words.scenarios.undo }).click()
    await expect(page.getByRole('button', { name: /^Autumn gift set 2/ })).toBeVisible()
    await expect(name).toHaveValue('Autumn gift set 2')
  })

  const net = await test.step('every change is kept by itself', async () => {
    await choose(page, 'vip')
    const gift = page.getByRole('textbox', { name: words.assumptions.words.perkCents.name })
    await gift.fill('7.50')
    await gift.press('Enter')
    const name = page.getByRole('textbox', { name: words.scenarios.name })
    await name.fill('Friends of the house')
    await name.press('Enter')
    await expect(page.getByText(words.scenarios.saved, { exact: true })).toBeVisible()
    await settled(page)
    return netOf(page).getAttribute('title')
  })

  await first.close()

  const second = await launch(profile, { executablePath })
  const again = await openedWindow(second)
  await planOnTheSampleShop(again)
  await expect(again.getByRole('textbox', { name: words.scenarios.name })).toHaveValue('Friends of the house')
  await expect(again.getByRole('textbox', { name: words.assumptions.words.perkCents.name })).toHaveValue('€7.50')
  await expect(netOf(again)).toHaveAttribute('title', net ?? '')
  await second.close()
})

test('without sales there is one thing to do', async ({ page, app }) => {
  await chooseMenu(app, 'plan')
  await expect(page.getByText(en.errors['no-sales-yet'])).toBeVisible()
  await page.getByRole('button', { name: words.empty.goToData }).click()
  await expect(page.getByRole('button', { name: en.frame.navigation.data, exact: true })).toHaveAttribute('aria-current', 'page')
})
