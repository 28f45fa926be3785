import { count, fileToken, z } from './schema.ts'

export const events = {
  'job:progress': z.object({
    jobId: z.string(),
    phase: z.enum(['reading', 'comparing', 'saving', 'indexing', 'estimating']),
    rowsDone: count,
    rowsPerSecond: z.number().nonnegative(),
    /** 0 to 1; `null` while it cannot be known. */
    fraction: z.number().min(0).max(1).nullable(),
  }),
  'engine:state': z.object({ state: z.enum(['running', 'restarting', 'stopped']) }),
  /** Sales or settings changed: ask again for what is on screen. */
  'data:changed': z.object({ dataVersion: count }),
  'menu:command': z.object({ command: z.enum(['import', 'customers', 'plan', 'data', 'settings', 'find', 'save-pdf', 'about']) }),
  /** Files opened with Stamgast from outside its window: by a double click, or dropped on its icon. */
  'files:opened': z.object({ files: z.array(z.object({ file: fileToken, fileName: z.string() })) }),
}
export type AppEvents = { [E in keyof typeof events]: z.infer<(typeof events)[E]> }
