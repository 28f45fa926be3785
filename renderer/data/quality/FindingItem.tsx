import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QualityFinding, shownFindings } from '../../../shared/contract/quality.ts'
import { useFormat } from '../../format.ts'
import { useRoute } from '../../frame/route-store.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useDataPage } from '../pages-store.ts'
import { Examples } from './Examples.tsx'
import { findingSentence, repairedAtOnce, shownAs } from './finding-words.ts'
import styles from './quality.module.css'
import { useRepair } from './use-repair.ts'

type Shown = (typeof shownFindings)[number]
const isShown = (kind: QualityFinding['kind']): kind is Shown => kind in shownAs
type AtOnce = (typeof repairedAtOnce)[number]
const isAtOnce = (kind: QualityFinding['kind']): kind is AtOnce => (repairedAtOnce as readonly string[]).includes(kind)

/** One thing that was found: what it is, what to do, the sales it is about on demand, and the repair in one click. */
export function FindingItem({ finding }: { readonly finding: QualityFinding }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const { isRunning, repair } = useRepair()
  const examplesId = useId()
  const { kind } = finding
  const sentence = findingSentence(finding, t, format)
  const choose = (orderId: number, isChosen: boolean) =>
    setChosen((former) => new Set(isChosen ? [...former, orderId] : [...former].filter((id) => id !== orderId)))

  async function leaveOutChosen(): Promise<void> {
    await repair({ kind: 'outlier-orders', orderIds: [...chosen] })
    setChosen(new Set())
  }

  return (
    <li className={styles.finding}>
      <p>{sentence}</p>
      <p className={styles.quiet}>{t(`findings.${kind}.todo`)}</p>
      <div className={styles.buttons}>
        {isAtOnce(kind) && <Button isDisabled={isRunning} onPress={() => void repair({ kind })}>{t(isRunning ? 'repair.running' : `repair.${kind}`)}</Button>}
        {kind === 'no-margin' && <Button onPress={() => useRoute.getState().goTo('settings')}>{t('toSettings')}</Button>}
        {kind === 'probably-one' && <Button onPress={() => useDataPage.getState().goTo('identity')}>{t('toIdentity')}</Button>}
        {(kind === 'unusable-dates' || kind === 'one-day-of-month') && <Button onPress={() => useDataPage.getState().goTo('imports')}>{t('toImports')}</Button>}
        {isShown(kind) && (
          <Button variant="quiet" aria-expanded={isOpen} aria-controls={examplesId} onPress={() => setOpen(!isOpen)}>
            {t(isOpen ? 'show.hide' : `show.${shownAs[kind]}`)}
          </Button>
        )}
      </div>
      {isShown(kind) && (
        <div id={examplesId} hidden={!isOpen} className={styles.examples}>
          {isOpen && <Examples of={{ finding: kind }} label={t('examples.label', { part: sentence })} {...(kind === 'outlier-orders' ? { choice: { chosen, onChoose: choose } } : {})} />}
          {isOpen && kind === 'outlier-orders' && (
            <div>
              <Button isDisabled={isRunning || chosen.size === 0} onPress={() => void leaveOutChosen()}>
                {chosen.size === 0 ? t('repair.choose') : t('repair.outlier-orders', { count: chosen.size, number: format.number(chosen.size) })}
              </Button>
            </div>
          )}
        </div>
      )}
    </li>
  )
}
