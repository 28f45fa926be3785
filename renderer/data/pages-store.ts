import { create } from 'zustand'
import { useNotices } from '../frame/notices-store.ts'

/** The pages of the Data screen while no file is on its way in, in their order. */
export const dataPages = ['imports', 'revenue', 'identity', 'known', 'quality'] as const
export type DataPage = (typeof dataPages)[number]

type State = { page: DataPage }
type Actions = { goTo: (page: DataPage) => void }

/** Lives as long as the window: coming back to the Data screen finds it as it was left. */
export const useDataPage = create<State & Actions>()((set) => ({
  page: 'imports',
  goTo: (page) => {
    set({ page })
    useNotices.getState().moveOn()
  },
}))
