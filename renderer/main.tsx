import '@fontsource-variable/inter'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import './tokens.css'
import './global.css'
import { chooseLanguage, i18n, startWords } from './i18n.ts'

i18n.on('languageChanged', (language) => { document.documentElement.lang = language })
startWords(chooseLanguage(null, navigator.languages))

const root = document.getElementById('root')
if (root) createRoot(root).render(<StrictMode><App /></StrictMode>)
