import { en, type Language, nl } from '../i18n/index.ts'
import type { Messages } from '../i18n/messages.ts'
import type { Column } from './table.ts'

export type Words = Messages<typeof en>

export function wordsIn(language: Language): Words {
  return { en, nl }[language]
}

/** A text with its `{{names}}` filled in. Example: `fillIn('month {{month}}', { month: 3 })` is 'month 3'. */
export function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/gu, (whole, name: string) => String(values[name] ?? whole))
}

/** A column of amounts, which says in which currency. */
export function moneyColumn(header: string, currency: string): Column {
  return { header: `${header} (${currency})`, kind: 'cents' }
}
