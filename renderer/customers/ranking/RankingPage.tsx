import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClvMethod } from '../../../shared/contract/customers.ts'
import { useFormat } from '../../format.ts'
import { useRoute } from '../../frame/route-store.ts'
import { failureText } from '../../frame/notices-store.ts'
import { useWorkspace } from '../../frame/workspace-store.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { SearchField } from '../../ui/controls/SearchField.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { SaveTable } from '../../ui/exports/SaveTable.tsx'
import { EmptyState } from '../../ui/layout/EmptyState.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { FailureNotice } from '../../ui/messages/FailureNotice.tsx'
import { KnowingCustomers } from '../../ui/messages/KnowingCustomers.tsx'
import { Notice } from '../../ui/messages/Notice.tsx'
import { Spinner } from '../../ui/messages/Spinner.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { VatLine } from '../../ui/messages/VatLine.tsx'
import { rankRequest, useCustomers } from '../customers-store.ts'
import { Headline } from './Headline.tsx'
import { Doubts, Quality } from './Quality.tsx'
import styles from './RankingPage.module.css'
import { RankingTable } from './RankingTable.tsx'

/** Everyone, most valuable first. */
export function RankingPage() {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const { method, sort, search, rankBy, searchFor } = useCustomers()
  const ranking = useAnswer('customers:rank', rankRequest({ method, sort, search }))
  const searchInput = useRef<HTMLInputElement>(null)

  const { wantsSearch, searchIsThere } = useRoute()
  const hasRanking = ranking.value !== null
  useEffect(() => {
    if (!wantsSearch || !hasRanking) return
    searchInput.current?.focus()
    searchInput.current?.select()
    searchIsThere()
  }, [wantsSearch, hasRanking, searchIsThere])

  if (ranking.status === 'failed') {
    const isEmpty = ranking.error.code === 'no-sales-yet' || ranking.error.code === 'no-customers-yet'
    return (
      <Page title={t('title')} isWide>
        {isEmpty ? <NoCustomers text={failureText(ranking.error)} hasSales={ranking.error.code === 'no-customers-yet'} /> : <FailureNotice error={ranking.error} onRetry={ranking.askAgain} />}
      </Page>
    )
  }
  const { value, asked } = ranking
  if (value === null || asked === null) return <Page title={t('title')} isWide><Spinner /></Page>
  if (value.total === 0) return <Page title={t('title')} isWide><NoCustomers text={failureText({ code: 'no-customers-yet' })} hasSales /></Page>

  // Without a fit nothing can be expected: only what looks back is left to choose.
  const looksBack: readonly ClvMethod[] = value.rows.some((row) => row.basicFormulaCents !== null) ? ['realized-value', 'basic-formula'] : ['realized-value']
  const methods: readonly ClvMethod[] = value.fit ? ['total-clv', 'residual-clv', 'realized-value', 'basic-formula'] : looksBack
  return (
    <Page title={t('title')} isWide isFull action={<SaveTable table={{ ...asked, kind: 'ranking', method: value.method }} isDisabled={value.matching === 0} />}>
      <Headline ranking={value} />
      {value.fit && <Doubts fit={value.fit} />}
      {value.fit === null && <Notice kind="warning" title={t('quality.noFit')}>{failureText({ code: 'fit-not-possible' })}</Notice>}
      <div className={styles.controls}>
        <div className={styles.search}>
          <SearchField label={t('search.label')} placeholder={t('search.placeholder')} value={search} onChange={searchFor} inputRef={searchInput} />
        </div>
        <div className={styles.method}>
          <Select
            label={t('methods.label')} value={value.fit ? method : value.method} onChange={rankBy}
            options={methods.map((name) => ({ value: name, label: t(`methods.${name}`), note: t(`methodNotes.${name}`) }))}
          />
        </div>
        <p className={styles.found} aria-live="polite">
          {asked.search ? t('search.found', { count: value.matching, shown: format.number(value.matching) }) : ''}
        </p>
        <Legend hasEstimate={value.fit !== null} />
      </div>
      {value.matching === 0
        ? (
          <EmptyState title={t('search.nobody', { search: asked.search ?? '' })} action={<Button onPress={() => searchFor('')}>{t('search.showAll')}</Button>}>
            {t('search.nobodyHint')}
          </EmptyState>
        )
        : <RankingTable ranking={value} asked={asked} version={ranking.version} />}
      {value.fit && <Quality fit={value.fit} ranking={value} />}
      <VatLine />
    </Page>
  )
}

function NoCustomers({ text, hasSales }: { readonly text: string, readonly hasSales: boolean }) {
  const { t } = useTranslation(['customers', 'revenue'])
  const { goTo, seeRevenue } = useRoute()
  const openSample = useWorkspace((state) => state.openSample)
  const isSample = useWorkspace((state) => state.info?.kind === 'sample')
  return (
    <EmptyState
      title={t('empty.title')}
      action={(
        <>
          <Button variant="primary" onPress={() => goTo('data')}>{t('empty.action')}</Button>
          {hasSales && <Button onPress={seeRevenue}>{t('revenue:see')}</Button>}
          {!isSample && <Button onPress={() => void openSample()}>{t('empty.sample')}</Button>}
        </>
      )}
    >
      {text}
      {hasSales && <KnowingCustomers />}
    </EmptyState>
  )
}

function Legend({ hasEstimate }: { readonly hasEstimate: boolean }) {
  const { t } = useTranslation('customers')
  return (
    <ul className={styles.legend}>
      <li><span className={`${styles.swatch} ${styles.soFar}`} aria-hidden="true" />{t('legend.soFar')}</li>
      {hasEstimate && <li><span className={`${styles.swatch} ${styles.expected}`} aria-hidden="true" />{t('legend.expected')}</li>}
      {hasEstimate && <li><span className={styles.whisker} aria-hidden="true" />{t('legend.range')}</li>}
    </ul>
  )
}
