import { useTranslation } from 'react-i18next'
import type { BackTestReport, BackTestScore } from '../../../shared/contract/forecast.ts'
import { useFormat } from '../../format.ts'
import { KeyFigure, KeyFigures } from '../../ui/figures/KeyFigure.tsx'
import { Explain } from '../../ui/messages/Explain.tsx'
import { correctionOf, wayOf } from './method-words.ts'
import { chosenOf, comparedWith, lastTry, totalVerdict, type Tried } from './report-words.ts'
import styles from './forecast.module.css'

/** A tenth of all customers has a tenth of all that is spent, if it is drawn at random. */
export const BY_CHANCE = 0.1

/** A sentence first: did it see who would spend? Then the total, the error and the correction. */
export function Verdict({ report, levelFactor }: { readonly report: BackTestReport, readonly levelFactor: number }) {
  const { t } = useTranslation('forecast')
  const format = useFormat()
  const score = chosenOf(report)?.score
  if (!score) return null
  const total = totalVerdict(score.totalRatio)
  const correction = correctionOf(levelFactor)
  const compared = comparedWith(report)
  const { customers, forecastCents, outcomeCents } = lastTry(report)
  const isSeasonal = report.chosen.kind === 'model' && report.chosen.isSeasonal
  return (
    <>
      <p className={styles.sentence}>
        {score.topTenthCapture === null ? t('verdict.nothing') : t('verdict.top', { share: format.percent(score.topTenthCapture), chance: format.percent(BY_CHANCE) })}
      </p>
      <KeyFigures most={3}>
        <KeyFigure
          label={t('verdict.total')}
          value={total.kind === 'low' || total.kind === 'high' ? t(`verdict.${total.kind}`, { share: format.percent(total.share) }) : t(`verdict.${total.kind}`)}
          note={t('verdict.lastTry', { customers: format.number(customers), forecast: format.moneyRounded(forecastCents), outcome: format.moneyRounded(outcomeCents) })}
          explain={<Explain title={t('verdict.total')}><p>{report.origins.length > 1 ? t('explains.total') : t('explains.totalOne')}</p></Explain>}
        />
        <KeyFigure
          label={t('verdict.error')} isAbout value={format.moneyRounded(score.meanAbsoluteErrorCents)}
          note={compared && <ErrorBeside own={score} compared={compared} />}
          explain={<Explain title={t('verdict.error')}><p>{t('explains.error')}</p></Explain>}
        />
        <KeyFigure
          label={t('verdict.correction')}
          value={correction.kind === 'none' ? t('verdict.noCorrection') : format.as({ style: 'percent', signDisplay: 'always', maximumFractionDigits: 0 }, levelFactor - 1)}
          note={t(`verdict.corrections.${correction.kind}`)}
          explain={<Explain title={t('verdict.correction')}><p>{t('explains.correction')}</p>{isSeasonal && <p>{t('explains.noCorrectionSeason')}</p>}</Explain>}
        />
      </KeyFigures>
    </>
  )
}

/** The error of the simplest rule, or of the best model beside a rule; where that is the smaller one, why it was not chosen. */
function ErrorBeside({ own, compared: { method, score } }: { readonly own: BackTestScore, readonly compared: Tried }) {
  const { t } = useTranslation('forecast')
  const format = useFormat()
  const error = format.moneyRounded(score.meanAbsoluteErrorCents)
  const isCloser = score.meanAbsoluteErrorCents < own.meanAbsoluteErrorCents && error !== format.moneyRounded(own.meanAbsoluteErrorCents)
  return (
    <>
      {method.kind === 'rule' ? t('verdict.errorRule', { way: t(`ways.names.${wayOf(method)}`), error }) : t('verdict.errorModel', { error })}
      {isCloser && `. ${t('verdict.errorCloser')}`}
    </>
  )
}
