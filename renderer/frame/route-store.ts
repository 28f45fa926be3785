import { create } from 'zustand'

export const screenNames = ['customers', 'plan', 'data', 'settings'] as const
export type ScreenName = (typeof screenNames)[number]

type State = {
  screen: ScreenName
  /** The owner asked to search: the screen with the search field takes it up once it is there. */
  wantsSearch: boolean
}
type Actions = { goTo: (screen: ScreenName) => void, find: () => void, searchIsThere: () => void }

/** Which screen is open. Where one is inside a screen is that screen's own business. */
export const useRoute = create<State & Actions>()((set) => ({
  screen: 'customers',
  wantsSearch: false,
  goTo: (screen) => set({ screen, wantsSearch: false }),
  find: () => set({ screen: 'customers', wantsSearch: true }),
  searchIsThere: () => set({ wantsSearch: false }),
}))
