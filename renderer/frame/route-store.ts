import { create } from 'zustand'
import { useNotices } from './notices-store.ts'

export const screenNames = ['customers', 'plan', 'data', 'settings'] as const
export type ScreenName = (typeof screenNames)[number]

type State = {
  screen: ScreenName
  /** The owner asked to search: the screen with the search field takes it up once it is there. */
  wantsSearch: boolean
  /** The owner asked for the revenue from another screen: the Data screen takes it up likewise. */
  wantsRevenue: boolean
}
type Actions = { goTo: (screen: ScreenName) => void, find: () => void, searchIsThere: () => void, seeRevenue: () => void, revenueIsThere: () => void }

/** Which screen is open. Where one is inside a screen is that screen's own business. */
export const useRoute = create<State & Actions>()((set) => ({
  screen: 'customers',
  wantsSearch: false,
  wantsRevenue: false,
  goTo: (screen) => {
    set({ screen, wantsSearch: false, wantsRevenue: false })
    useNotices.getState().moveOn()
  },
  find: () => set({ screen: 'customers', wantsSearch: true, wantsRevenue: false }),
  searchIsThere: () => set({ wantsSearch: false }),
  seeRevenue: () => set({ screen: 'data', wantsSearch: false, wantsRevenue: true }),
  revenueIsThere: () => set({ wantsRevenue: false }),
}))
