import { useEffect, useRef, useState } from 'react'
import { emptyPages, missingPages, withPage, type PageCache } from './page-cache.ts'

const PAGE_SIZE = 100

type Pages<Row> = { readonly version: string, readonly cache: PageCache<Row> }

/** Fetches the pages that rows `first` to `last` need; another `version` forgets what was fetched. */
export function usePages<Row>(
  loadPage: (offset: number, limit: number) => Promise<readonly Row[]>, version: string, first: number, last: number,
): PageCache<Row> {
  const [pages, setPages] = useState<Pages<Row>>({ version, cache: emptyPages(PAGE_SIZE) })
  const asked = useRef({ version, pages: new Set<number>() })
  const cache = pages.version === version ? pages.cache : emptyPages<Row>(PAGE_SIZE)

  useEffect(() => {
    if (asked.current.version !== version) asked.current = { version, pages: new Set() }
    if (last < first) return
    const mine = asked.current
    for (const page of missingPages(cache, first, last)) {
      if (mine.pages.has(page)) continue
      mine.pages.add(page)
      void loadPage(page * PAGE_SIZE, PAGE_SIZE).then((rows) => {
        if (asked.current !== mine) return
        setPages((former) => {
          const base = former.version === version ? former.cache : emptyPages<Row>(PAGE_SIZE)
          return { version, cache: withPage(base, page, rows) }
        })
      })
    }
  })

  return cache
}
