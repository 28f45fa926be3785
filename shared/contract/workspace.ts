import { count, isoDay, nothing, z } from './schema.ts'

export const workspaceInfo = z.object({
  /** 'sample' is the generated shop, in a file of its own, never mixed with the owner's. */
  kind: z.enum(['own', 'sample']),
  orders: count,
  customers: count,
  batches: count,
  /** Whether customers' figures are without VAT: of all imports, of some, or it was said of none. */
  vat: z.enum(['without', 'partly', 'unknown']),
  firstOrderOn: isoDay.nullable(),
  lastOrderOn: isoDay.nullable(),
  appVersion: z.string(),
})
export type WorkspaceInfo = z.infer<typeof workspaceInfo>

export const workspaceChannels = {
  'workspace:info': { request: nothing, response: workspaceInfo },
  /** Opens the sample shop, making it first where it is not there yet. */
  'workspace:open-sample': { request: nothing, response: workspaceInfo },
  'workspace:leave-sample': { request: nothing, response: workspaceInfo },
}
