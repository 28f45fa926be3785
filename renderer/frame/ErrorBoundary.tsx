import { Component, type ReactNode } from 'react'
import { call } from '../api.ts'
import { i18n } from '../i18n.ts'
import { Button } from '../ui/controls/Button.tsx'
import { EmptyState } from '../ui/layout/EmptyState.tsx'

type State = { hasCrashed: boolean }

/** When a screen breaks: say so, and offer the way on. Uses the words without hooks, since those may be what broke. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { hasCrashed: false }

  static getDerivedStateFromError(): State {
    return { hasCrashed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasCrashed) return this.props.children
    return (
      <main>
        <EmptyState
          title={i18n.t('frame:crash.title')}
          action={(
            <>
              <Button variant="primary" onPress={() => window.location.reload()}>{i18n.t('frame:crash.reload')}</Button>
              <Button onPress={() => void call('shell:open-logs', {})}>{i18n.t('frame:crash.logs')}</Button>
            </>
          )}
        >
          <p>{i18n.t('frame:crash.text')}</p>
        </EmptyState>
      </main>
    )
  }
}
