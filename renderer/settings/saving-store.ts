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
  readonly change: (change: Partial<Settings>) => Promise<void>
}

const isKept = (change: Partial<Settings>, kept: Settings): boolean =>
  Object.entries(change).every(([name, value]) => kept[name as keyof Settings] === value)

/** Saves each change by itself, one after the other, and knows whether they all arrived. */
export function createSavingStore({ save, kept }: Keeper) {
  let last: Promise<void> = Promise.resolve()
  let pending = 0
  return create<SavingStore>()((set) => ({
    status: 'idle',
    async change(change) {
      if (isKept(change, kept()) && pending === 0) return
      set({ status: 'loading' })
      pending += 1
      last = last.then(() => save(change))
      await last
      pending -= 1
      if (!isKept(change, kept()) && pending === 0) set({ status: 'failed' })
      else if (pending === 0) set({ status: 'ready' })
    },
  }))
}
