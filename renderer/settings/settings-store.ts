import { create } from 'zustand'
import type { Settings } from '../../shared/contract/settings.ts'
import type { Channel, RequestInput, Response } from '../../shared/contract/index.ts'
import type { Failure, Result } from '../../shared/result.ts'

type Call = <C extends Channel>(channel: C, request: RequestInput<C>) => Promise<Result<Response<C>>>

export type SettingsState = {
  readonly settings:
    | { readonly status: 'idle' }
    | { readonly status: 'loading' }
    | { readonly status: 'ready'; readonly value: Settings }
    | { readonly status: 'failed'; readonly error: Failure }
  readonly saving:
    | { readonly status: 'idle' }
    | { readonly status: 'loading' }
    | { readonly status: 'ready' }
    | { readonly status: 'failed'; readonly error: Failure }
}

export type SettingsStore = SettingsState & {
  readonly load: () => Promise<void>
  /** Shows the change at once and saves it; changes made while one is under way go out together after it. */
  readonly change: (change: Partial<Settings>) => Promise<void>
}

export function createSettingsStore({ call }: { readonly call: Call }) {
  return create<SettingsStore>()((set, get) => {
    let waiting: Partial<Settings> = {}
    let running: Promise<void> | null = null

    async function save(): Promise<void> {
      while (Object.keys(waiting).length > 0) {
        const change = waiting
        waiting = {}
        const result = await call('settings:set', change)
        if (result.ok) {
          set({ settings: { status: 'ready', value: { ...result.value, ...waiting } }, saving: { status: 'ready' } })
        } else {
          set({ saving: { status: 'failed', error: result.error } })
          // What is on screen must be what is kept.
          const kept = await call('settings:get', {})
          if (kept.ok) set({ settings: { status: 'ready', value: { ...kept.value, ...waiting } } })
        }
      }
      running = null
    }

    return {
      settings: { status: 'idle' },
      saving: { status: 'idle' },

      async load() {
        if (get().settings.status !== 'ready') set({ settings: { status: 'loading' } })
        const result = await call('settings:get', {})
        if (running) return
        set({ settings: result.ok ? { status: 'ready', value: result.value } : { status: 'failed', error: result.error } })
      },

      change(change) {
        const { settings } = get()
        if (settings.status === 'ready') set({ settings: { status: 'ready', value: { ...settings.value, ...change } } })
        set({ saving: { status: 'loading' } })
        waiting = { ...waiting, ...change }
        running ??= save()
        return running
      },
    }
  })
}
