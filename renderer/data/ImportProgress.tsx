import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Page } from '../ui/layout/Page.tsx'
import { Progress } from '../ui/Progress.tsx'
import styles from './data.module.css'
import type { ImportFlow } from './import-state.ts'
import { useImport } from './stores.ts'

export function ImportProgress({ flow }: { readonly flow: Extract<ImportFlow, { status: 'importing' }> }) {
  const { t } = useTranslation('data')
  const format = useFormat()
  const cancel = useImport((state) => state.cancel)
  const { progress, isCancelling } = flow
  const figures = progress && [
    t('running.rows', { count: progress.rowsDone, rows: format.number(progress.rowsDone) }),
    ...(progress.rowsPerSecond > 0 ? [t('running.perSecond', { rows: format.number(Math.round(progress.rowsPerSecond)) })] : []),
  ]
  return (
    <Page title={t('running.title', { file: flow.picked.fileName })} lead={t('running.help')}>
      <div className={`${styles.stack} ${styles.narrow}`}>
        <Progress
          label={progress ? t(`running.phases.${progress.phase}`) : t('running.starting')}
          fraction={progress?.fraction ?? null}
          detail={figures?.join(' · ')}
        />
        <div><Button isDisabled={isCancelling} onPress={() => void cancel()}>{isCancelling ? t('running.cancelling') : t('running.cancel')}</Button></div>
      </div>
    </Page>
  )
}
