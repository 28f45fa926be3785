/** The one door between the window and everything behind it. Whatever comes in is checked, in this order, before it is used. */
import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { bridge, engineChannels, shellChannels, type ShellChannel } from '../../shared/contract/channel-names.ts'
import { contract, type Channel, type EngineChannel, type Handlers } from '../../shared/contract/index.ts'
import type { z } from '../../shared/contract/schema.ts'
import { AppError, ok, type Result } from '../../shared/result.ts'
import type { FileGrants } from './file-grants.ts'
import { placeOf, type Log } from './log.ts'
import { origin } from './protocol.ts'

export type ShellHandlers = Handlers<IpcMainInvokeEvent, ShellChannel>

export type BridgeOptions = {
  readonly askEngine: (channel: EngineChannel, request: unknown) => Promise<Result<unknown>>
  readonly handlers: ShellHandlers
  readonly grant: FileGrants['grant']
  /** Told of every answer, to follow the owner's language and theme. */
  readonly onAnswer: (channel: Channel, value: unknown) => void
  /** Answers are checked too, in development and in tests. */
  readonly checkAnswers: boolean
  readonly log: Log
}

/** Only the window's own page, never a frame inside it, may ask. */
export function isTrusted({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === origin
}

/** Where something was not as agreed; what was there instead may be someone's name, and is not told. */
function placesOf({ issues }: z.ZodError): string {
  return issues.map(({ code, path }) => `${code} at ${path.map(String).join('.')}`).join(', ')
}

const engineNames: ReadonlySet<string> = new Set(engineChannels)
const shellNames: ReadonlySet<string> = new Set(shellChannels)
const isEngineChannel = (channel: unknown): channel is EngineChannel => typeof channel === 'string' && engineNames.has(channel)
const isShellChannel = (channel: unknown): channel is ShellChannel => typeof channel === 'string' && shellNames.has(channel)

export function createBridge({ askEngine, handlers, grant, onAnswer, checkAnswers, log }: BridgeOptions) {
  async function answer(event: IpcMainInvokeEvent, channel: unknown, request: unknown): Promise<Result<unknown>> {
    if (!isTrusted(event)) throw new AppError('untrusted-sender')
    if (!isEngineChannel(channel) && !isShellChannel(channel)) throw new AppError('unknown-channel')
    const parsed = contract[channel].request.safeParse(request)
    if (!parsed.success) throw new AppError('bad-request', `${channel}: ${placesOf(parsed.error)}`)
    const result = isEngineChannel(channel)
      ? await askEngine(channel, parsed.data)
      : ok(await handlers[channel](parsed.data as never, event))
    if (!result.ok) {
      log(`answer ${channel} ${result.error.code}`, result.error.detail)
      return result
    }
    if (checkAnswers) {
      const checked = contract[channel].response.safeParse(result.value)
      if (!checked.success) throw new AppError('unexpected', `${channel} answered ${placesOf(checked.error)}`)
    }
    onAnswer(channel, result.value)
    return result
  }

  async function call(event: IpcMainInvokeEvent, channel: unknown, request: unknown): Promise<Result<unknown>> {
    try {
      return await answer(event, channel, request)
    } catch (error) {
      if (!(error instanceof AppError)) {
        log('shell-error', placeOf(error))
        return { ok: false, error: { code: 'unexpected' } }
      }
      log(`refused ${error.failure.code}`, error.failure.detail)
      return { ok: false, error: error.failure }
    }
  }

  function fileDropped(event: IpcMainInvokeEvent, path: unknown): string {
    const token = isTrusted(event) ? grant(path) : null
    if (token === null) throw new AppError('file-not-known')
    return token
  }

  return { call, fileDropped }
}

export function connectBridge(ipcMain: IpcMain, options: BridgeOptions): void {
  const { call, fileDropped } = createBridge(options)
  ipcMain.handle(bridge.call, call)
  ipcMain.handle(bridge.fileDropped, fileDropped)
}
