/**
 * The tags in a cell, each once: separated by commas, semicolons or bars, in quotes or not.
 *
 * Example: `parseTags('"VIP","Blog"')` and `parseTags('VIP, Blog')` are ['VIP', 'Blog'].
 */
export function parseTags(text: string): string[] {
  const tags = text.match(/"(?:[^"]|"")*"|[^,;|]+/gu) ?? []
  return [...new Set(tags.map((tag) => tag.trim().replace(/^"(.*)"$/su, '$1').replaceAll('""', '"').trim()).filter((tag) => tag !== ''))]
}
