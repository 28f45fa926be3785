import type { Result } from '../result.ts'
import type { EngineChannel, EventName } from './channel-names.ts'

/**
 * What passes between the shell and the engine, as plain messages both ways.
 * The engine gets its folder and version as arguments: `--data-folder=<path>` and `--app-version=<x.y.z>`.
 */
export type ToEngine =
  | { readonly kind: 'call'; readonly id: number; readonly channel: EngineChannel; readonly request: unknown }
  /** From now on `token` stands for `path`: the owner picked or dropped that file. */
  | { readonly kind: 'grant'; readonly token: string; readonly path: string }
  | { readonly kind: 'shutdown' }

export type FromEngine =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'event'; readonly name: EventName; readonly payload: unknown }
  | { readonly kind: 'ready' }
