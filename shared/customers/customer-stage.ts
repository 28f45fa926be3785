import { customerStage, type CustomerStage } from '../contract/customers.ts'

/** In the order of the contract; stages travel as positions in this list. */
export const customerStages: readonly CustomerStage[] = customerStage.options

export type StageInput = {
  readonly purchaseCount: number
  readonly daysSinceLastPurchase: number
  /** Own pace (pace.ts). */
  readonly paceDays: number
  /** `null` without an estimate: then the pace alone decides. */
  readonly probabilityAlive: number | null
}

const NEW_AT_LEAST_DAYS = 30
const NEW_AT_MOST_DAYS = 180
const LIKELY_CUSTOMER = 0.5
const UNLIKELY_CUSTOMER = 0.2
const LATE_PACES = 2
const GONE_PACES = 4

/**
 * Where a customer stands, by stated rules:
 * one purchase: `new` while the silence is within the shop's pace (between 30 and 180 days), then `one-time`;
 * more: `lapsed` under 20% chance of still being a customer (without an estimate: silent for over four times the own pace), `slipping`
 * under 50% or silent for over twice the own pace, else `regular`. Who only brought things back is `lapsed`.
 * Example: 5 purchases, 70 days silent at a pace of 30, 80% chance: `slipping`.
 */
export function stageOf({ purchaseCount, daysSinceLastPurchase, paceDays, probabilityAlive }: StageInput): CustomerStage {
  if (purchaseCount <= 0) return 'lapsed'
  if (purchaseCount === 1) {
    const stillNew = Math.min(NEW_AT_MOST_DAYS, Math.max(NEW_AT_LEAST_DAYS, paceDays))
    return daysSinceLastPurchase <= stillNew ? 'new' : 'one-time'
  }
  const gone = probabilityAlive === null ? daysSinceLastPurchase > GONE_PACES * paceDays : probabilityAlive < UNLIKELY_CUSTOMER
  if (gone) return 'lapsed'
  const doubtful = probabilityAlive !== null && probabilityAlive < LIKELY_CUSTOMER
  return doubtful || daysSinceLastPurchase > LATE_PACES * paceDays ? 'slipping' : 'regular'
}
