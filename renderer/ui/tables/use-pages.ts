import { useEffect, useRef, useState } from 'react'
import { emptyPages, missingPages, withPage, type PageCache } from './page-cache.ts'

export const PAGE_SIZE = 100

type Pages<Row> = { readonly version: string, readonly cache: PageCache<Row> }
export type PageSource<Row> = {
  /** Another version forgets what was fetched. */
  readonly version: string
  /** The rows from `offset` on, as many as `limit` or as there are. */
  readonly loadPage: (offset: number, limit: number) => Promise<readonly Row[]>
  /** The first page, where it is there already. */
  readonly firstPage?: readonly Row[]
}

function start<Row>({ firstPage }: PageSource<Row>): PageCache<Row> {
  const empty = emptyPages<Row>(PAGE_SIZE)
  return firstPage ? withPage(empty, 0, firstPage.slice(0, PAGE_SIZE)) : empty
}

/** Fetches the pages that rows `first` to `last` (inclusive) need, each once. */
export function usePages<Row>(source: PageSource<Row>, first: number, last: number): PageCache<Row> {
  const { version, loadPage } = source
  const [pages, setPages] = useState<Pages<Row>>({ version, cache: start(source) })
  const asked = useRef({ version, pages: new Set<number>() })
  const cache = pages.version === version ? pages.cache : start(source)

  useEffect(() => {
    if (asked.current.version !== version) asked.current = { version, pages: new Set() }
    if (last < first) return
    const mine = asked.current
    for (const page of missingPages(cache, first, last)) {
      if (mine.pages.has(page)) continue
      mine.pages.add(page)
      void loadPage(page * PAGE_SIZE, PAGE_SIZE).then((rows) => {
        if (asked.current !== mine) return
        setPages((former) => ({ version, cache: withPage(former.version === version ? former.cache : cache, page, rows) }))
      })
    }
  })

  return cache
}
