import type { TFunction } from 'i18next'
import type { FindingKind, QualityFinding, RepairKind } from '../../../shared/contract/quality.ts'
import { assertNever } from '../../../shared/result.ts'
import type { Format } from '../../format.ts'

type Words = TFunction<'quality'>

/** What was found, in a sentence with how much it touches. */
export function findingSentence(finding: QualityFinding, t: Words, format: Format): string {
  const { number } = format
  const counted = (count: number) => ({ count, number: number(count) })
  switch (finding.kind) {
    case 'no-customer':
    case 'future-orders':
    case 'unmatched-refunds':
      return t(`findings.${finding.kind}.what`, { ...counted(finding.orders), amount: format.moneyExact(finding.amountCents) })
    case 'equal-orders': {
      const between = finding.betweenImports === 0 ? '' : ` ${t('findings.equal-orders.betweenImports', counted(finding.betweenImports))}`
      return t('findings.equal-orders.what', { ...counted(finding.orders), amount: format.moneyExact(finding.amountCents) }) + between
    }
    case 'outlier-orders':
      return t('findings.outlier-orders.what', {
        ...counted(finding.orders), amount: format.moneyExact(finding.amountCents), bound: format.moneyRounded(finding.boundCents),
      })
    case 'identical-lines':
      return t('findings.identical-lines.what', { ...counted(finding.lines), amount: format.moneyExact(finding.amountCents) })
    case 'unusable-dates':
      return t('findings.unusable-dates.what', { ...counted(finding.rows), amount: format.moneyExact(finding.amountCents) })
    case 'probably-one':
      return t('findings.probably-one.what', counted(finding.customers))
    case 'one-day-of-month':
      return t('findings.one-day-of-month.what', { ...counted(finding.orders), day: number(finding.dayOfMonth) })
    case 'gaps':
      return t('findings.gaps.what', { ...counted(finding.gaps), days: number(finding.days) })
    case 'no-margin':
      return finding.share === 1 ? t('findings.no-margin.what') : t('findings.no-margin.partly', { amount: format.moneyExact(finding.amountCents), share: format.percent(finding.share) })
    default: return assertNever(finding)
  }
}

/** What an owner sees more of, on demand. */
export const shownAs = {
  'no-customer': 'orders', 'future-orders': 'orders', 'unmatched-refunds': 'orders', 'equal-orders': 'orders', 'outlier-orders': 'orders', 'identical-lines': 'orders',
  'unusable-dates': 'rows', 'gaps': 'periods',
} as const satisfies Partial<Record<FindingKind, 'orders' | 'rows' | 'periods'>>

/** What leaves out everything that was found in one click; of large orders the owner chooses. */
export const repairedAtOnce = ['identical-lines', 'equal-orders', 'future-orders'] as const satisfies readonly RepairKind[]

/** Solid from nine in ten points, workable from seven. */
export function levelOf(score: number): 'good' | 'fair' | 'poor' {
  if (score >= 90) return 'good'
  return score >= 70 ? 'fair' : 'poor'
}
