import { useTranslation } from 'react-i18next'
import { spendModels } from '../../../shared/contract/forecast.ts'
import { wayOf } from './method-words.ts'
import type { Tried } from './report-words.ts'
import styles from './forecast.module.css'

/** Every way that was tried, in a sentence. */
export function Meaning({ candidates }: { readonly candidates: readonly Tried[] }) {
  const { t } = useTranslation('forecast')
  const ways = [...new Set(candidates.map(({ method }) => wayOf(method)))]
  // In this order each is told by what sets it apart from the former.
  const spends = spendModels.filter((spend) => candidates.some(({ method }) => method.kind === 'model' && method.spend === spend))
  return (
    <details className={styles.meaning}>
      <summary>{t('comparison.meaning')}</summary>
      <dl>
        {ways.map((way) => <div key={way}><dt>{t(`ways.names.${way}`)}</dt><dd>{t(`ways.notes.${way}`)}</dd></div>)}
        {spends.map((spend) => <div key={spend}><dt>{t('ways.spendTitle', { spend: t(`ways.spendNames.${spend}`) })}</dt><dd>{t(`ways.spendNotes.${spend}`)}</dd></div>)}
      </dl>
    </details>
  )
}
