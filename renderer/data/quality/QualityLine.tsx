import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/controls/Button.tsx'
import { useAnswer } from '../../ui/use-answer.ts'
import { useDataPage } from '../pages-store.ts'
import { useImport } from '../stores.ts'
import styles from './quality.module.css'

/** After an import: the score of everything that is in, in one line, and the way to what can be better. */
export function QualityLine() {
  const { t } = useTranslation('quality')
  const close = useImport((state) => state.close)
  const report = useAnswer('quality:report', {})
  const score = report.value?.score
  if (score === null || score === undefined) return null

  function seeWhy(): void {
    useDataPage.getState().goTo('quality')
    void close()
  }
  return <p className={styles.quiet}>{t('afterImport', { score })}{' '}<Button variant="quiet" onPress={seeWhy}>{t('seeWhy')}</Button></p>
}
