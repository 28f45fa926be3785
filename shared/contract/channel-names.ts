/** The names of everything the window may ask for. The preload knows these, and nothing else of the contract. */
export const engineChannels = [
  'workspace:info', 'workspace:open-sample', 'workspace:leave-sample',
  'settings:get', 'settings:set',
  'data:list-files', 'data:preview-file', 'data:import-file', 'data:batches', 'data:set-batch-vat', 'data:undo-batch', 'data:rejected-rows',
  'data:changed-orders', 'data:shared-numbers', 'data:rejected-row', 'data:mend-row', 'data:put-back-row', 'data:mended-rows',
  'models:fit', 'models:back-test',
  'customers:rank', 'customers:detail',
  'identity:list', 'identity:decide',
  'records:known',
  'strategies:list', 'strategies:simulate',
  'scenarios:list', 'scenarios:save', 'scenarios:remove',
  'quality:report', 'quality:repair', 'quality:undo-repair', 'quality:examples',
  'revenue:report',
  'exports:save',
  'jobs:cancel',
] as const

/** Answered by the shell itself, because only it may show dialogs or touch the window. */
export const shellChannels = ['shell:pick-files', 'shell:pick-save-file', 'shell:save-pdf', 'shell:about', 'shell:open-logs'] as const

export const eventNames = ['job:progress', 'engine:state', 'data:changed', 'menu:command', 'files:opened'] as const

/** Electron's own channel names, each used for one thing. */
export const bridge = { call: 'stamgast:call', event: 'stamgast:event', fileDropped: 'stamgast:file-dropped' } as const

export type EngineChannel = (typeof engineChannels)[number]
export type ShellChannel = (typeof shellChannels)[number]
export type Channel = EngineChannel | ShellChannel
export type EventName = (typeof eventNames)[number]
