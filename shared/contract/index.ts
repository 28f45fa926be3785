import { customersChannels } from './customers.ts'
import { dataChannels } from './data.ts'
import type { Channel, EngineChannel, EventName } from './channel-names.ts'
import { events } from './events.ts'
import { exportsChannels } from './exports.ts'
import { forecastChannels } from './forecast.ts'
import { rowsChannels } from './rows.ts'
import { qualityChannels } from './quality.ts'
import { identityChannels } from './identity.ts'
import type { z } from './schema.ts'
import { recordsChannels } from './records.ts'
import { revenueChannels } from './revenue.ts'
import { settingsChannels } from './settings.ts'
import { shellContract } from './shell.ts'
import { strategiesChannels } from './strategies.ts'
import { workspaceChannels } from './workspace.ts'

type Definition = { request: z.ZodType; response: z.ZodType }

/** Everything the window can ask for: what goes in, what comes out. */
export const contract = {
  ...workspaceChannels, ...settingsChannels, ...dataChannels, ...rowsChannels, ...customersChannels, ...forecastChannels, ...recordsChannels, ...identityChannels, ...strategiesChannels, ...qualityChannels, ...revenueChannels, ...exportsChannels, ...shellContract,
} satisfies Record<Channel, Definition>

/** What a caller may leave out has its default on the other side. */
export type RequestInput<C extends Channel> = z.input<(typeof contract)[C]['request']>
export type Request<C extends Channel> = z.output<(typeof contract)[C]['request']>
export type Response<C extends Channel> = z.output<(typeof contract)[C]['response']>

/** One handler per channel: a missing one does not compile. */
export type Handlers<Context, C extends Channel = EngineChannel> = {
  readonly [K in C]: (request: Request<K>, context: Context) => Response<K> | Promise<Response<K>>
}

export { events }
export type { AppEvents } from './events.ts'
export type { Channel, EngineChannel, EventName }
