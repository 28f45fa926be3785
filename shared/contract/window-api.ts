import type { Result } from '../result.ts'
import type { AppEvents, Channel, EventName, RequestInput, Response } from './index.ts'

/** `window.stamgast`: all that a page can do outside itself. `DroppedFile` is the browser's `File`. */
export type StamgastApi<DroppedFile> = {
  /** Never rejects: what goes wrong comes back as an error code. */
  readonly call: <C extends Channel>(channel: C, request: RequestInput<C>) => Promise<Result<Response<C>>>
  /** Answers how to stop listening. The newest event that nobody heard yet is told to the first listener. */
  readonly on: <E extends EventName>(event: E, listener: (payload: AppEvents[E]) => void) => () => void
  /** The token that stands for a file the owner dropped or picked; rejects for a file that is not on disk. */
  readonly pathOf: (file: DroppedFile) => Promise<string>
}
