import { cents, count, isoDay, nothing, share, z } from './schema.ts'

/** What lists say of a customer, beside what the sales say; `null` (or nothing in the list) where no file said it. */
export const knownOfCustomer = z.object({
  emailConsent: z.boolean().nullable(),
  smsConsent: z.boolean().nullable(),
  channel: z.string().nullable(),
  acquisitionCostCents: cents.nullable(),
  /** 0 to 10. */
  nps: count.max(10).nullable(),
  engagement: z.number().nullable(),
  points: z.number().nullable(),
  customerGroup: z.string().nullable(),
  tags: z.array(z.string()),
  birthDate: isoDay.nullable(),
  registeredOn: isoDay.nullable(),
  /** The one that started last comes first. */
  subscriptions: z.array(z.object({ plan: z.string().nullable(), startedOn: isoDay, endedOn: isoDay.nullable(), amountCents: cents.nullable() })),
})
export type KnownOfCustomer = z.infer<typeof knownOfCustomer>

/** The newest import of a kind that was not undone. */
const newest = z.object({ fileName: z.string(), importedAt: z.string() }).nullable()
/** `YYYY-MM`. */
const month = z.string().regex(/^\d{4}-\d{2}$/)

export const knownRecords = z.object({
  'customers': z.object({
    count, newest,
    /** Customers of the sales who are in a list, of all the customers there are. */
    matched: count, ofCustomers: count,
    /** E-mail addresses of which the newest list that says so says that they may be mailed. */
    mailable: count,
  }),
  /** The share of revenue that is of products with a known cost; `null` where there is no revenue. */
  'products': z.object({ count, newest, costedRevenueShare: share.nullable() }),
  'subscriptions': z.object({ count, newest, running: count }),
  'acquisition-costs': z.object({ count, newest, costCents: cents, firstMonth: month.nullable(), lastMonth: month.nullable() }),
})
export type KnownRecords = z.infer<typeof knownRecords>

export const recordsChannels = { 'records:known': { request: nothing, response: knownRecords } }
