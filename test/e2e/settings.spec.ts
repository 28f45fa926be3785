import type { Page } from '@playwright/test'
import { expect as patiently, launch, openedWindow, signalEngine, test } from './fixtures.ts'

const expect = patiently.configure({ timeout: 30_000 })
test.setTimeout(120_000)

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('button', { name: field }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
const kept = (page: Page) => page.evaluate(() => window.stamgast.call('settings:get', {}))

test('what is set is kept at once, says so, and is there after a restart', async ({ executablePath }, info) => {
  const profile = info.outputPath('profile')
  const first = await launch(profile, { executablePath })
  const page = await openedWindow(first)
  await page.getByRole('navigation').getByText('Settings').click()
  await page.getByRole('textbox', { name: 'Name of your business' }).fill('Bakkerij Bos')
  await page.keyboard.press('Tab')
  await expect(page.getByText('✓ Saved')).toBeVisible()
  await page.getByRole('textbox', { name: 'Margin' }).fill('42.5%')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'What an hour of yours is worth' }).fill('37.50')
  await page.keyboard.press('Tab')
  await choose(page, 'How far to look ahead', '5 years')
  await choose(page, 'Currency', 'British Pound (GBP)')
  await choose(page, 'Appearance', 'Dark')
  await choose(page, 'Language', 'Nederlands')

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Instellingen')
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
  await expect(page.getByText('✓ Bewaard')).toBeVisible()
  expect(await kept(page)).toEqual({ ok: true, value: {
    language: 'nl', theme: 'dark', businessName: 'Bakkerij Bos', currency: 'GBP',
    contributionMarginRate: 0.425, annualDiscountRate: 0.1, horizonMonths: 60, hourlyRateCents: 3_750, exportLayout: null,
  } })
  await first.close()

  const second = await launch(profile, { executablePath })
  const again = await openedWindow(second)
  await again.getByRole('navigation').getByText('Instellingen').click()
  await expect(again.getByRole('textbox', { name: 'Naam van je zaak' })).toHaveValue('Bakkerij Bos')
  await expect(again.getByRole('textbox', { name: 'Marge' })).toHaveValue('42,5%')
  await expect(again.locator('html')).toHaveAttribute('data-theme', 'dark')
  await second.close()
})

test('the margin can be unknown again, and a figure out of range is not kept', async ({ page }) => {
  await page.getByRole('navigation').getByText('Settings').click()
  const margin = page.getByRole('textbox', { name: 'Margin' })
  await expect(margin).toHaveValue('')
  await margin.fill('250')
  await page.keyboard.press('Tab')
  await expect(margin).toHaveValue('100%')
  await margin.fill('30')
  await page.keyboard.press('Tab')
  await expect(margin).toHaveValue('30%')
  await page.getByRole('button', { name: 'I do not know it yet' }).click()
  await expect(margin).toHaveValue('')
  await expect.poll(() => kept(page)).toMatchObject({ value: { contributionMarginRate: null } })
})

test('what is chosen is seen at once, and holds when it is changed again before it was kept', async ({ app, page }) => {
  test.skip(process.platform === 'win32', 'Windows has no signal that holds a process')
  await page.getByRole('navigation').getByText('Settings').click()
  const name = page.getByRole('textbox', { name: 'Name of your business' })
  const theme = page.getByRole('button', { name: 'Appearance' })
  await expect(theme).toContainText('Light')
  await signalEngine(app, 'SIGSTOP')
  await choose(page, 'Appearance', 'Dark')
  await expect(theme).toContainText('Dark')
  await choose(page, 'Appearance', 'Light')
  await expect(theme).toContainText('Light')
  // Left by a key, in the middle of typing.
  await name.fill('Bakkerij Bos')
  await page.keyboard.press('Control+3')
  await expect(name).toBeHidden()
  await page.keyboard.press('Control+4')
  await expect(name).toHaveValue('Bakkerij Bos')
  await signalEngine(app, 'SIGCONT')
  await expect(page.getByText('✓ Saved')).toBeVisible()
  expect(await kept(page)).toMatchObject({ value: { theme: 'light', businessName: 'Bakkerij Bos' } })
})

test('the theme changes the colours of the window', async ({ page }) => {
  await page.getByRole('navigation').getByText('Settings').click()
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await paper()
  await choose(page, 'Appearance', 'Dark')
  await expect.poll(paper).not.toBe(light)
  await choose(page, 'Appearance', 'Light')
  await expect.poll(paper).toBe(light)
})

test('it says what it is, that it stays offline, and opens the logs', async ({ app, page }) => {
  await page.getByRole('navigation').getByText('Settings').click()
  await expect(page.getByText('Stamgast makes no network connection: it looks up nothing')).toBeVisible()
  await expect(page.getByText(/^Stamgast \d+\.\d+\.\d+/)).toBeVisible()
  await app.evaluate(({ shell }) => {
    shell.openPath = async (path) => {
      Object.assign(globalThis, { openedFolder: path })
      return ''
    }
  })
  await page.getByRole('button', { name: 'Open the logs folder' }).click()
  await expect.poll(() => app.evaluate(({ app }) => (globalThis as { openedFolder?: string }).openedFolder === app.getPath('logs'))).toBe(true)
})
