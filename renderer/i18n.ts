import { createInstance, type i18n as Instance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en, nl, type Language } from '../shared/i18n/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame'
    resources: typeof en
    returnNull: false
  }
}

export const i18n: Instance = createInstance()

/** The language to start with: what the owner chose, else what the computer speaks where we speak it too, else English. */
export function chooseLanguage(chosen: Language | null, spoken: readonly string[]): Language {
  if (chosen) return chosen
  return spoken[0]?.toLowerCase().startsWith('nl') ? 'nl' : 'en'
}

/** All words are bundled, so this is done before the first paint. */
export function startWords(language: Language): void {
  void i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en, nl },
    ns: Object.keys(en),
    defaultNS: 'frame',
    initAsync: false,
    interpolation: { escapeValue: false },
  })
}

export function speak(language: Language): void {
  if (i18n.language !== language) void i18n.changeLanguage(language)
}
