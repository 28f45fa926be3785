import { exportLayouts } from './lists.ts'
import { cents, nothing, share, z } from './schema.ts'

/** Language, theme and the layout of saved tables belong to the person, the rest to the workspace. `null` is "not said yet". */
export const settings = z.object({
  language: z.enum(['en', 'nl']).nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  /** How tables were saved last. */
  exportLayout: z.enum(exportLayouts).nullable(),
  businessName: z.string().max(200),
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Share of revenue (without VAT) left after buying in; while unknown every figure is revenue, and says so. */
  contributionMarginRate: share.nullable(),
  /** Per year; future money is divided by (1 + rate) for each year it is away. */
  annualDiscountRate: z.number().min(0).max(1),
  horizonMonths: z.number().int().min(6).max(120),
  /** What an hour of the owner's own time is worth, in cents. */
  hourlyRateCents: cents.min(0).max(100_000),
})
export type Settings = z.infer<typeof settings>

export const settingsChannels = {
  'settings:get': { request: nothing, response: settings },
  'settings:set': { request: settings.partial().strict(), response: settings },
}
