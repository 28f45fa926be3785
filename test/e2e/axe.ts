import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

export const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const wcagAndGoodPractice = [...wcag, 'best-practice']

export async function expectNothingFound(page: Page, where: string, tags = wcagAndGoodPractice): Promise<void> {
  // Axe's other mode opens a second page, which an Electron window cannot do.
  const found = await new AxeBuilder({ page }).withTags(tags).setLegacyMode(true).analyze()
  const told = found.violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => `${node.html}\n  ${node.failureSummary}`).join('\n  ')}`)
  expect(told, where).toEqual([])
}
