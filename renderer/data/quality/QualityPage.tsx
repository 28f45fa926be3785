import { useTranslation } from 'react-i18next'
import type { QualityPartReport, QualityReport } from '../../../shared/contract/quality.ts'
import { useFormat } from '../../format.ts'
import { EmptyState } from '../../ui/layout/EmptyState.tsx'
import { Page, Section } from '../../ui/layout/Page.tsx'
import { Explain } from '../../ui/messages/Explain.tsx'
import { FailureNotice } from '../../ui/messages/FailureNotice.tsx'
import { Spinner } from '../../ui/messages/Spinner.tsx'
import { VatLine } from '../../ui/messages/VatLine.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { FindingItem } from './FindingItem.tsx'
import { levelOf } from './finding-words.ts'
import styles from './quality.module.css'
import { Repairs } from './Repairs.tsx'
import { ScoreBar } from './ScoreBar.tsx'

/** How far the sales can be trusted: the score, each part with what was found and its repair, and what was left out before. */
export function QualityPage() {
  const { t } = useTranslation('quality')
  const report = useAnswer('quality:report', {})
  return (
    <Page title={t('title')} lead={t('lead')}>
      {report.status === 'failed'
        ? <FailureNotice error={report.error} onRetry={report.askAgain} />
        : report.value === null ? <Spinner label={t('loading')} /> : <Report report={report.value} />}
    </Page>
  )
}

function Report({ report }: { readonly report: QualityReport }) {
  const { t } = useTranslation('quality')
  const { score, parts, repairs } = report
  return (
    <>
      {score === null ? <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState> : (
        <>
          <div className={styles.total}>
            <p className={styles.score}>{t('score', { score })}</p>
            <ScoreBar score={score} />
            <p>{t(`levels.${levelOf(score)}`)} <HowScored parts={parts} /></p>
          </div>
          {parts.map((part) => <PartItem key={part.part} part={part} />)}
          <VatLine />
        </>
      )}
      {repairs.length > 0 && <Repairs repairs={repairs} />}
    </>
  )
}

function HowScored({ parts }: { readonly parts: readonly QualityPartReport[] }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  return (
    <Explain title={t('explain.title')}>
      <p>{t('explain.body')}</p>
      <Table
        caption={t('explain.title')}
        columns={[
          { id: 'part', header: t('explain.part'), isRowHeader: true, cell: ({ part }) => t(`parts.${part}`) },
          { id: 'weight', header: t('explain.weight'), align: 'end', cell: ({ weight }) => format.percent(weight) },
          { id: 'points', header: t('explain.points'), align: 'end', cell: ({ score }) => score === null ? t('explain.unknown') : format.number(score) },
        ]}
        rows={parts}
        rowKey={({ part }) => part}
      />
    </Explain>
  )
}

function PartItem({ part: { part, score, findings } }: { readonly part: QualityPartReport }) {
  const { t } = useTranslation('quality')
  const title = t(`parts.${part}`)
  return (
    <Section
      title={title}
      aside={score === null ? <span className={styles.quiet}>{t('notKnown.title')}</span> : (
        <div className={styles.points}><ScoreBar label={title} score={score} /><span aria-hidden="true">{score}</span></div>
      )}
    >
      {score === null
        ? <p className={styles.quiet}>{t(`notKnown.${part}`)}</p>
        : findings.length === 0
          ? <p className={styles.quiet}>{t(`well.${part}`)}</p>
          : <ul className={styles.findings}>{findings.map((finding) => <FindingItem key={finding.kind} finding={finding} />)}</ul>}
    </Section>
  )
}
