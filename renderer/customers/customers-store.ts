import { create } from 'zustand'
import type { ClvMethod, RankSort } from '../../shared/contract/customers.ts'
import { PAGE_SIZE } from '../ui/tables/use-pages.ts'
import { useWorkspace } from '../frame/workspace-store.ts'

type Sort = { readonly by: RankSort, readonly direction: 'ascending' | 'descending' }
type State = {
  method: ClvMethod
  sort: Sort
  search: string
  /** `null` while the ranking is on screen. */
  openCustomerId: number | null
  /** The row under the keyboard, so that coming back from a customer finds it again. */
  rowIndex: number
  /** The page that tells how good the forecast is lies on top of where one was. */
  isForecastOpen: boolean
  /** Back from a page inside this screen: the keyboard returns to what opened it. */
  cameBackFrom: 'customer' | 'forecast' | null
}
type Actions = {
  rankBy: (method: ClvMethod) => void
  sortBy: (sort: Sort) => void
  searchFor: (search: string) => void
  open: (customerId: number) => void
  back: () => void
  seeForecast: () => void
  leaveForecast: () => void
  /** Back to the ranking for something else than the row one came from. */
  leave: () => void
  focusRow: (index: number) => void
  reset: () => void
}

const start: State = {
  method: 'total-clv', sort: { by: 'value', direction: 'descending' }, search: '', openCustomerId: null, rowIndex: 0,
  isForecastOpen: false, cameBackFrom: null,
}

/** What the owner is looking at on the Customers screen. */
export const useCustomers = create<State & Actions>()((set) => ({
  ...start,
  rankBy: (method) => set({ method, sort: start.sort, rowIndex: 0, cameBackFrom: null }),
  sortBy: (sort) => set({ sort, rowIndex: 0, cameBackFrom: null }),
  searchFor: (search) => set({ search, rowIndex: 0, cameBackFrom: null }),
  open: (openCustomerId) => set({ openCustomerId, cameBackFrom: null }),
  back: () => set({ openCustomerId: null, cameBackFrom: 'customer' }),
  seeForecast: () => set({ isForecastOpen: true }),
  leaveForecast: () => set({ isForecastOpen: false, cameBackFrom: 'forecast' }),
  leave: () => set({ openCustomerId: null, isForecastOpen: false, cameBackFrom: null }),
  focusRow: (rowIndex) => set({ rowIndex }),
  reset: () => set(start),
}))

// Another shop has other customers.
useWorkspace.subscribe((now, before) => {
  if (before.info && now.info?.kind !== before.info.kind) useCustomers.getState().reset()
})

/** The question the ranking answers. Spaces around a search mean nothing. */
export function rankRequest({ method, sort, search }: Pick<State, 'method' | 'sort' | 'search'>) {
  return { method, sort: sort.by, direction: sort.direction, search: search.trim(), offset: 0, limit: PAGE_SIZE }
}
