import { useSettings } from '../frame/settings-store.ts'
import { createSavingStore } from './saving-store.ts'

export const useSaving = createSavingStore({
  save: (change) => useSettings.getState().save(change),
  kept: () => useSettings.getState().settings,
})
