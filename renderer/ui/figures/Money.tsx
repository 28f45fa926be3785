import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'

type Props = {
  readonly cents: number
  /** "about € 3.450" rather than "€ 3.450". */
  readonly isAbout?: boolean
}

/** An amount as people say it, with the exact cents on demand. */
export function Money({ cents, isAbout = false }: Props) {
  const { t } = useTranslation('frame')
  const format = useFormat()
  const rounded = format.moneyRounded(cents)
  return <span title={t('exactly', { amount: format.moneyExact(cents) })}>{isAbout ? t('about', { amount: rounded }) : rounded}</span>
}
