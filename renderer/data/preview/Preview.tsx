import { useTranslation } from 'react-i18next'
import { failureText } from '../../frame/notices-store.ts'
import { useWorkspace } from '../../frame/workspace-store.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Page, Section } from '../../ui/layout/Page.tsx'
import { Notice } from '../../ui/messages/Notice.tsx'
import styles from '../data.module.css'
import { type ReadyFlow, whatHoldsImportBack } from '../import-state.ts'
import { useImport } from '../stores.ts'
import { ColumnTable } from './ColumnTable.tsx'
import { FileDetails } from './FileDetails.tsx'
import { Missing } from './Missing.tsx'
import { Questions } from './Questions.tsx'
import { Remembered } from './Remembered.tsx'
import { Skipped } from './Skipped.tsx'
import { SourceQuestions } from './SourceQuestions.tsx'
import { TableKindChoice, useRecognised } from './TableKindChoice.tsx'

/** What Stamgast reads in the file, before anything is kept. */
export function Preview({ flow }: { readonly flow: ReadyFlow }) {
  const { t } = useTranslation('data')
  const start = useImport((state) => state.start)
  const startAll = useImport((state) => state.startAll)
  const close = useImport((state) => state.close)
  const isSample = useWorkspace((state) => state.info?.kind === 'sample')
  const waiting = useImport((state) => state.waiting.length)
  const { picked, preview, problem, questions } = flow
  const heldBackBy = whatHoldsImportBack(flow)
  const lead = useRecognised(preview)
  return (
    <Page
      isWide
      title={t('preview.title', { file: picked.fileName })}
      lead={lead}
      action={(
        <div className={styles.decision}>
          <div className={styles.buttons}>
            <Button onPress={() => void close()}>{t('preview.cancel')}</Button>
            {waiting > 0 && <Button isDisabled={heldBackBy !== null} onPress={() => void startAll()}>{t('preview.importAll', { count: waiting + 1 })}</Button>}
            <Button variant="primary" isDisabled={heldBackBy !== null} onPress={() => void start()}>{t('preview.import')}</Button>
          </div>
          <output className={styles.quiet}>
            {heldBackBy === 'checking' && t('preview.checking')}
            {heldBackBy === 'question' && t('questions.first', { count: preview.questions.length })}
          </output>
        </div>
      )}
    >
      <div role="alert" className={styles.alert}>
        {problem && <Notice kind={problem.code === 'cancelled' ? 'info' : 'error'}>{failureText(problem)}</Notice>}
      </div>
      {isSample && <Notice>{t('preview.leavingSample')}</Notice>}
      {waiting > 0 && <p className={styles.quiet}>{t('preview.waiting', { count: waiting })}</p>}
      <Skipped />
      <Remembered preview={preview} />
      <TableKindChoice preview={preview} />
      <Questions questions={questions} flow={flow} />
      <SourceQuestions preview={preview} />
      <Missing preview={preview} />
      <Section title={t('preview.columns')} lead={t('preview.columnsHelp', { count: preview.rows.length, rows: preview.rows.length })}>
        <ColumnTable preview={preview} guessed={flow.guessed} />
      </Section>
      <FileDetails preview={preview} />
    </Page>
  )
}
