import { Component, type ReactNode } from 'react'
import { call } from '../api.ts'
import { i18n } from '../i18n.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Page } from '../ui/layout/Page.tsx'
import styles from './ErrorBoundary.module.css'

type State = { hasCrashed: boolean }

type Props = {
  readonly children: ReactNode
  /** Around the whole window: what is shown instead is then the page itself. */
  readonly isWindow?: boolean
}

/** When a screen breaks: say so, and offer the way on. Uses the words without hooks, since those may be what broke. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasCrashed: false }

  static getDerivedStateFromError(): State {
    return { hasCrashed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasCrashed) return this.props.children
    const page = (
      <Page title={i18n.t('frame:crash.title')} lead={i18n.t('frame:crash.text')}>
        <div className={styles.actions}>
          <Button variant="primary" onPress={() => window.location.reload()}>{i18n.t('frame:crash.reload')}</Button>
          <Button onPress={() => void call('shell:open-logs', {})}>{i18n.t('frame:crash.logs')}</Button>
        </div>
      </Page>
    )
    return this.props.isWindow ? <main>{page}</main> : page
  }
}
