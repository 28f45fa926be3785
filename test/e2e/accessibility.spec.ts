import type { Locator, Page } from '@playwright/test'
import { en, nl, type Language } from '../../shared/i18n/index.ts'
import { expectNothingFound, wcag } from './axe.ts'
import { expect, saveTo, test } from './fixtures.ts'

for (const language of ['en', 'nl'] satisfies Language[]) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${language}, ${theme}`, () => {
      test.use({ language, theme })
      const words = language === 'nl' ? nl : en

      test('axe finds nothing on any screen', async ({ page, app }) => {
        const goTo = async (screen: keyof typeof words.frame.navigation): Promise<void> => {
          await page.getByRole('navigation').getByRole('button', { name: words.frame.navigation[screen], exact: true }).click()
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        }
        const openRanking = async (): Promise<void> => {
          await goTo('customers')
          await expect(page.getByRole('grid', { name: words.customers.tableLabel }).getByRole('row').nth(1)).toBeVisible()
        }
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme)

        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectNothingFound(page, 'the first start')
        await goTo('customers')
        await expect(page.getByRole('heading', { name: words.customers.empty.title })).toBeVisible()
        await expectNothingFound(page, 'customers without sales')

        await page.evaluate(() => window.stamgast.call('workspace:open-sample', {}))
        await openRanking()
        await expectNothingFound(page, 'the ranking')
        await page.getByRole('button', { name: words.exports.save }).click()
        await expect(page.getByRole('menu', { name: words.exports.save })).toBeVisible()
        await expectNothingFound(page, 'the layouts to save in', wcag)
        await page.keyboard.press('Escape')
        await page.getByRole('grid').getByRole('row').nth(1).click()
        await expect(page.getByRole('heading', { name: words.customers.detail.orders.title })).toBeVisible()
        await expectNothingFound(page, 'a customer')
        await page.getByRole('button', { name: `${words.frame.explain} ${words.customers.detail.figures.residual}` }).click()
        await expect(page.getByRole('dialog')).toBeVisible()
        // Good practice wants all content inside landmarks; what floats above the page is outside them by nature.
        await expectNothingFound(page, 'an explanation', wcag)
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: words.customers.detail.back }).click()

        for (const screen of ['plan', 'data', 'settings'] as const) {
          await goTo(screen)
          await expectNothingFound(page, screen)
        }
        await goTo('data')
        await page.getByRole('button', { name: words.data.pages.quality, exact: true }).click()
        await expect(page.getByRole('heading', { name: words.quality.parts.identity })).toBeVisible()
        await page.getByRole('button', { name: words.quality.show.orders }).first().click()
        await expect(page.getByRole('table')).toBeVisible()
        await expectNothingFound(page, 'the quality of the data')

        await page.getByRole('button', { name: words.data.pages.revenue, exact: true }).click()
        await expect(page.getByRole('table', { name: words.revenue.products.title })).toBeVisible()
        await expectNothingFound(page, 'the revenue')

        // A window of 1280 by 800 at 200%.
        await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(640, 400))
        await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThanOrEqual(900)
        await goTo('plan')
        await expectNothingFound(page, 'the plan, small')
        await openRanking()
        await expectNothingFound(page, 'the ranking, small')
      })
    })
  }
}

/** Presses Tab (or Shift+Tab) until the given has the focus, and sees to it that the focus can be seen on every stop. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press(key)
    // Of sliders and ticks the input itself is out of sight: what is drawn in its place shows the focus.
    const { isSeen, html } = await page.evaluate(() => {
      const focused = document.activeElement ?? document.body
      const drawn = focused.closest('[data-focus-visible], [data-focused]') ?? focused
      // Past the last stop the focus is on the page itself, before it starts anew.
      return { isSeen: focused === document.body || [drawn, ...drawn.querySelectorAll('*')].some((element) => getComputedStyle(element).outlineStyle !== 'none'), html: focused.outerHTML.slice(0, 200) }
    })
    expect(isSeen, html).toBe(true)
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`The keyboard does not come to ${String(target)}`)
}

test('the whole way from the first start to a plan on paper goes by keyboard alone', async ({ page, app }, info) => {
  const path = info.outputPath('plan.pdf')
  await saveTo(app, path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: en.data.first.sample }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(en.frame.sample.text)).toBeVisible()
  await page.keyboard.press('Control+1')

  const row = page.getByRole('grid', { name: en.customers.tableLabel }).getByRole('row')
  await expect(row.nth(1)).toBeVisible()
  await tabTo(page, row.nth(1))
  await page.keyboard.press('ArrowDown')
  await expect(row.nth(2)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: en.customers.detail.why.title })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('button', { name: en.customers.detail.back })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(row.nth(2)).toBeFocused()

  await page.keyboard.press('Control+2')
  const slider = page.getByRole('slider', { name: en.plan.assumptions.words.takeRate.name })
  await expect(slider).toHaveValue('0.12')
  await tabTo(page, slider)
  await page.keyboard.press('ArrowRight')
  await expect(slider).toHaveValue('0.13')
  await tabTo(page, page.getByRole('button', { name: en.plan.outcome.pdf }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText(en.plan.outcome.pdfSaved)).toBeVisible()
})
