/** Pages of a long list, fetched as they come into sight. `Row` number `i` stands on page `floor(i / pageSize)`. */
export type PageCache<Row> = { readonly pageSize: number, readonly pages: ReadonlyMap<number, readonly Row[]> }

export function emptyPages<Row>(pageSize: number): PageCache<Row> {
  return { pageSize, pages: new Map() }
}

/** The row, or `undefined` while its page has not come. */
export function rowAt<Row>(cache: PageCache<Row>, index: number): Row | undefined {
  return cache.pages.get(Math.floor(index / cache.pageSize))?.[index % cache.pageSize]
}

export function withPage<Row>(cache: PageCache<Row>, page: number, rows: readonly Row[]): PageCache<Row> {
  return { ...cache, pages: new Map(cache.pages).set(page, rows) }
}

/** The pages that rows `first` to `last` (inclusive) need and that are not there yet. */
export function missingPages<Row>(cache: PageCache<Row>, first: number, last: number): number[] {
  const missing: number[] = []
  for (let page = Math.floor(first / cache.pageSize); page <= Math.floor(last / cache.pageSize); page++) {
    if (!cache.pages.has(page)) missing.push(page)
  }
  return missing
}
