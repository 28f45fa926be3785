import { create } from 'zustand'
import type { Settings } from '../../shared/contract/settings.ts'

type Keeper = {
  /** Sends a change to the engine; resolves when it was answered, kept or not. */
  readonly save: (change: Partial<Settings>) => Promise<void>
  /** The settings as they are kept now. */
  readonly kept: () => Settings
}

export type SavingStore = {
  /** `ready` says that everything changed so far is kept. */
  readonly status: 'idle' | 'loading' | 'ready' | 'failed'
  /** What was changed and is not all answered yet: shown at once, so that a next change starts from it. */
  readonly wanted: Partial<Settings>
  readonly change: (change: Partial<Settings>) => Promise<void>
}

const isKept = (change: Partial<Settings>, kept: Settings): boolean =>
  Object.entries(change).every(([name, value]) => kept[name as keyof Settings] === value)

/** Saves each change by itself, one after the other, and knows whether they all arrived. */
export function createSavingStore({ save, kept }: Keeper) {
  let last: Promise<void> = Promise.resolve()
  let pending = 0
  let hasFailed = false
  return create<SavingStore>()((set, get) => ({
    status: 'idle',
    wanted: {},
    async change(change) {
      if (isKept(change, kept()) && pending === 0) return
      if (pending === 0) hasFailed = false
      set({ status: 'loading', wanted: { ...get().wanted, ...change } })
      pending += 1
      last = last.then(() => save(change))
      await last
      pending -= 1
      hasFailed ||= !isKept(change, kept())
      if (pending === 0) set({ status: hasFailed ? 'failed' : 'ready', wanted: {} })
    },
  }))
}
