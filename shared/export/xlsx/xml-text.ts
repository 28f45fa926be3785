/** What XML 1.0 cannot hold; a lone half of a pair is no character either. */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const MARKUP = /[&<>]/gu
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A text as XML: what cannot be in it becomes the replacement character. Example: `xmlText('a < b')` is 'a &lt; b'. */
export function xmlText(text: string): string {
  return text.replaceAll(NOT_IN_XML, '\uFFFD').replaceAll(MARKUP, (mark) => ENTITIES[mark] ?? mark)
}
