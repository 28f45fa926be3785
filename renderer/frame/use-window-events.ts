import { useEffect, useState } from 'react'
import { assertNever } from '../../shared/result.ts'
import { call, on } from '../api.ts'
import { i18n } from '../i18n.ts'
import { notify, notifyFailure } from './notices-store.ts'
import { screenNames, type ScreenName, useRoute } from './route-store.ts'
import { useSettings } from './settings-store.ts'
import { useWorkspace } from './workspace-store.ts'

async function savePdf(): Promise<void> {
  const screen = useRoute.getState().screen
  const answer = await call('shell:save-pdf', { suggestedName: `Stamgast ${i18n.t(`frame:navigation.${screen}`)}.pdf` })
  if (!answer.ok) notifyFailure(answer.error)
  else if (answer.value.saved) notify('success', i18n.t('frame:saved'))
}

/** Connects the window to the engine and the menu for as long as it is open. */
export function useWindowEvents(): { readonly isAboutOpen: boolean, readonly closeAbout: () => void } {
  const [isAboutOpen, setAboutOpen] = useState(false)
  useEffect(() => {
    void useSettings.getState().load()
    void useWorkspace.getState().load()
    const goTo = (screen: ScreenName): void => {
      // A click leaves the field that is being typed in, and so keeps what is in it; a key or the menu does not by itself.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      useRoute.getState().goTo(screen)
    }
    const stops = [
      on('engine:state', ({ state }) => {
        const before = useWorkspace.getState().engine
        useWorkspace.getState().engineBecame(state)
        if (state !== 'running' || before === 'running') return
        void useWorkspace.getState().load()
        void useSettings.getState().load()
      }),
      on('data:changed', () => {
        void useWorkspace.getState().load()
        void useSettings.getState().load()
      }),
      on('menu:command', ({ command }) => {
        switch (command) {
          case 'customers': case 'plan': case 'data': case 'settings': return goTo(command)
          case 'import': return goTo('data')
          case 'find': return useRoute.getState().find()
          case 'save-pdf': return void savePdf()
          case 'about': return setAboutOpen(true)
          default: return assertNever(command)
        }
      }),
    ]
    const onKeyDown = (pressed: KeyboardEvent): void => {
      const screen = (pressed.ctrlKey || pressed.metaKey) && !pressed.altKey && !pressed.shiftKey ? screenNames[Number(pressed.key) - 1] : undefined
      if (!screen) return
      pressed.preventDefault()
      goTo(screen)
    }
    // Before the fields have it: theirs do not let keys go any further.
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true })
      for (const stop of stops) stop()
    }
  }, [])
  return { isAboutOpen, closeAbout: () => setAboutOpen(false) }
}
