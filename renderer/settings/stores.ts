import type { Settings } from '../../shared/contract/settings.ts'
import { useSettings } from '../frame/settings-store.ts'
import { createSavingStore } from './saving-store.ts'

export const useSaving = createSavingStore({
  save: (change) => useSettings.getState().save(change),
  kept: () => useSettings.getState().settings,
})

/** The settings as the owner wants them: those that are kept, and over them what is being saved. */
export function useWantedSettings(): Settings {
  const kept = useSettings((state) => state.settings)
  const wanted = useSaving((state) => state.wanted)
  return { ...kept, ...wanted }
}
