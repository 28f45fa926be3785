import type { AppEvents, Channel, EventName, RequestInput, Response } from '../shared/contract/index.ts'
import type { StamgastApi } from '../shared/contract/window-api.ts'
import type { Result } from '../shared/result.ts'

declare global {
  interface Window { readonly stamgast: StamgastApi<File> }
}

/** Asks the engine or the shell. Never throws: what cannot be answered comes back as a failure in words. */
export function call<C extends Channel>(channel: C, request: RequestInput<C>): Promise<Result<Response<C>>> {
  return window.stamgast.call(channel, request)
}

/** Listens; the answer stops listening. */
export function on<E extends EventName>(eventName: E, listener: (payload: AppEvents[E]) => void): () => void {
  return window.stamgast.on(eventName, listener)
}

/** Exchanges a dropped file for a token that stands for it; the path itself never reaches the page. */
export function pathOf(file: File): Promise<string> {
  return window.stamgast.pathOf(file)
}
