import { exportLayouts } from './lists.ts'
import { fileToken, nothing, z } from './schema.ts'

export const shellContract = {
  /** A dialog shows either files or folders: no system has both in one. */
  'shell:pick-files': {
    request: z.object({ purpose: z.enum(['import', 'import-folder']) }),
    response: z.object({ files: z.array(z.object({ file: fileToken, fileName: z.string() })) }),
  },
  /** Asks where a table is to be saved; `file` is `null` when the dialog was closed. */
  'shell:pick-save-file': {
    request: z.object({ suggestedName: z.string().min(1).max(120), layout: z.enum(exportLayouts) }),
    response: z.object({ file: fileToken.nullable(), fileName: z.string() }),
  },
  /** Prints the window's current page to a PDF where the owner says; `saved` is false when the dialog was closed. */
  'shell:save-pdf': { request: z.object({ suggestedName: z.string().min(1).max(120) }), response: z.object({ saved: z.boolean() }) },
  'shell:about': { request: nothing, response: z.object({ appVersion: z.string(), electron: z.string(), isStandIn: z.boolean() }) },
  'shell:open-logs': { request: nothing, response: nothing },
}
