import { create } from 'zustand'
import type { Settings } from '../../shared/contract/settings.ts'
import type { Language } from '../../shared/i18n/index.ts'
import { call } from '../api.ts'
import { chooseLanguage, speak } from '../i18n.ts'
import { notifyFailure } from './notices-store.ts'

type State = { settings: Settings, language: Language, status: 'loading' | 'ready' | 'failed' }
type Actions = {
  load: () => Promise<void>
  /** Kept at once; the screen shows what the engine answered. */
  save: (changes: Partial<Settings>) => Promise<void>
}

const beforeLoading: Settings = {
  language: null, theme: 'system', exportLayout: null, businessName: '', currency: 'EUR',
  contributionMarginRate: null, annualDiscountRate: 0.1, horizonMonths: 36, hourlyRateCents: 0,
}

/** What the owner set. Until the engine answers: euros, and the language of the computer. */
export const useSettings = create<State & Actions>()((set) => {
  const take = (settings: Settings): void => {
    const language = chooseLanguage(settings.language, navigator.languages)
    if (settings.theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = settings.theme
    speak(language)
    set({ settings, language, status: 'ready' })
  }
  return {
    settings: beforeLoading,
    language: chooseLanguage(null, navigator.languages),
    status: 'loading',
    load: async () => {
      const answer = await call('settings:get', {})
      if (answer.ok) take(answer.value)
      else if (answer.error.code !== 'engine-stopped') {
        set({ status: 'failed' })
        notifyFailure(answer.error)
      }
    },
    save: async (changes) => {
      const answer = await call('settings:set', changes)
      if (answer.ok) take(answer.value)
      else notifyFailure(answer.error)
    },
  }
})
