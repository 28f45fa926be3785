import { contract, type EngineChannel } from '../../shared/contract/index.ts'
import { engineChannels } from '../../shared/contract/channel-names.ts'
import { AppError, ok, type Result } from '../../shared/result.ts'
import type { EngineContext } from './context.ts'
import { handlers } from './handlers/index.ts'

const LONGEST_NAME = 60

function isEngineChannel(channel: string): channel is EngineChannel {
  return (engineChannels as readonly string[]).includes(channel)
}

/** The shape of what was wrong, never the values: those may be somebody's name. */
function issuesOf(error: { readonly issues: readonly { readonly code: string; readonly path: readonly PropertyKey[] }[] }): string {
  return error.issues.map((issue) => `${issue.path.map(String).join('.') || '(all)'}: ${issue.code}`).join(', ')
}

function textOf(error: unknown): string {
  if (error instanceof AppError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

async function answer(context: EngineContext, channel: string, request: unknown): Promise<unknown> {
  if (!isEngineChannel(channel)) throw new AppError('unknown-channel')
  const definition = contract[channel]
  const parsed = definition.request.safeParse(request)
  if (!parsed.success) throw new AppError('bad-request', `${channel}: ${issuesOf(parsed.error)}`)
  // The request was parsed by this very channel's schema; TypeScript cannot follow the pair through the table.
  const handler = handlers[channel] as (request: unknown, context: EngineContext) => unknown
  const value = await handler(parsed.data, context)
  if (process.env['NODE_ENV'] === 'production') return value
  const checked = definition.response.safeParse(value)
  if (!checked.success) throw new Error(`${channel} answered outside its contract: ${issuesOf(checked.error)}`)
  return checked.data
}

/** Answers one call: known channel, parsed request, handler, checked response. Never rejects; what went wrong is in the result. */
export async function dispatch(context: EngineContext, channel: string, request: unknown): Promise<Result<unknown>> {
  try {
    return ok(await answer(context, channel, request))
  } catch (error) {
    const failure = error instanceof AppError ? error.failure : { code: 'unexpected' as const }
    context.log(`${channel.slice(0, LONGEST_NAME)}: ${textOf(error)}`)
    // The detail is for the log; the window shows the words of the code.
    const { detail: _detail, ...shown } = failure
    return { ok: false, error: shown }
  }
}
