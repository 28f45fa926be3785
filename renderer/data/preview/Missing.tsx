import { useTranslation } from 'react-i18next'
import type { FilePreview } from '../../../shared/contract/data.ts'
import { assertNever } from '../../../shared/result.ts'
import { Notice } from '../../ui/messages/Notice.tsx'
import { KnowingCustomers } from '../../ui/messages/KnowingCustomers.tsx'
import styles from '../data.module.css'
import { missingParts, namesNobody } from './column-choice.ts'

/** What the file does not tell, and what can still be done without it. */
export function Missing({ preview }: { readonly preview: FilePreview }) {
  const { t } = useTranslation(['data', 'identity'])
  const asked = new Set(preview.questions.map((question) => question.kind))
  const missing = missingParts(preview).filter((part) => !(part === 'noDate' && asked.has('date-column')) && !(part === 'noAmount' && asked.has('amount-column')))
  return missing.map((part) => {
    switch (part) {
      case 'noCustomer':
        return namesNobody(preview.format)
          ? <Notice key={part} kind="warning" title={t('identity:knowing.never')}>{t('identity:knowing.neverBody')}<KnowingCustomers /></Notice>
          : <Notice key={part} kind="warning" title={t('possible.noCustomer')}>{t('possible.noCustomerBody')}</Notice>
      case 'noDate': case 'noAmount':
        return <Notice key={part} kind="warning">{t(`possible.${part}`)}</Notice>
      case 'noOrder': case 'noProduct':
        return <p key={part} className={styles.quiet}>{t(`possible.${part}`)}</p>
      default: return assertNever(part)
    }
  })
}
