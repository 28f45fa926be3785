import { expect, test } from 'vitest'
import { chooseLanguage } from '../../renderer/i18n.ts'
import { en, nl } from '../../shared/i18n/index.ts'

test.each([
  ['nl', ['en-GB'], 'nl'],
  ['en', ['nl-NL'], 'en'],
  [null, ['nl-BE', 'fr'], 'nl'],
  [null, ['NL'], 'nl'],
  [null, ['de-DE', 'nl'], 'en'],
  [null, [], 'en'],
] as const)('chosen %s, spoken %j: %s', (chosen, spoken, language) => {
  expect(chooseLanguage(chosen, spoken)).toBe(language)
})

type Tree = { readonly [key: string]: string | Tree }
function* texts(tree: Tree, path = ''): Generator<[string, string]> {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') yield [`${path}${key}`, value]
    else yield* texts(value, `${path}${key}.`)
  }
}
const blanks = (text: string) => new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]))

test('every Dutch text fills in the same figures as the English one, and none is empty', () => {
  const dutch = new Map(texts(nl))
  for (const [path, text] of texts(en)) {
    expect(dutch.get(path), path).not.toBe('')
    // A plural of one may leave out the number.
    if (!path.endsWith('_one')) expect(blanks(dutch.get(path) ?? ''), path).toEqual(blanks(text))
  }
})

test('F21: what is expected of a customer is called an estimate, and its range is named', () => {
  expect(nl.customers.detail.figures.residual).toContain('(schatting)')
  expect(nl.customers.legend).toMatchObject({ expected: 'verwacht (schatting)', range: 'bandbreedte van de schatting' })
  expect(nl.customers.detail.explain.residual).toContain('Het is een schatting')
  expect(nl.exports.columns.expected).toContain('(schatting)')
  expect(en.customers.detail.figures.residual).toContain('(estimate)')
})
