import { z } from 'zod'

// The window's content security policy forbids eval, which zod would otherwise use to compile its parsers.
z.config({ jitless: true })

/** A calendar day, `YYYY-MM-DD`. */
export const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** Whole cents of the workspace's currency; negative for money that went back. */
export const cents = z.number().int()
export const count = z.number().int().nonnegative()
/** A share or a chance, 0 to 1. */
export const share = z.number().min(0).max(1)
/** Stands for a file the owner picked or dropped; the path itself stays with the shell and the engine. */
export const fileToken = z.string().min(1).max(200)
/** Chosen by whoever starts long work, so that it can be followed and cancelled. */
export const jobId = z.string().min(1).max(100)
/** An estimate with its range: one time in ten lower than `p10`, one time in ten higher than `p90`. */
export const centsRange = z.object({ p10: z.number(), p50: z.number(), p90: z.number(), mean: z.number() })
export type CentsRange = z.infer<typeof centsRange>
export const nothing = z.object({}).strict()

export { z }
