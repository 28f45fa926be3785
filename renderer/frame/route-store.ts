import { create } from 'zustand'

export const screenNames = ['customers', 'plan', 'data', 'settings'] as const
export type ScreenName = (typeof screenNames)[number]

type State = { screen: ScreenName }
type Actions = { goTo: (screen: ScreenName) => void }

/** Which screen is open. Where one is inside a screen is that screen's own business. */
export const useRoute = create<State & Actions>()((set) => ({
  screen: 'customers',
  goTo: (screen) => set({ screen }),
}))
