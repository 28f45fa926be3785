/** One table saved in a fresh process, while the engine is asked something all the time. Arguments: the workspace file, the table as JSON, the layout. Prints one JSON line. */
import { dirname, join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { ExportLayout } from '../../shared/contract/exports.ts'
import type { RequestInput } from '../../shared/contract/index.ts'
import { startEngine } from '../engine/start-engine.ts'

const ASK_EVERY_MS = 25
const [workspaceFile, table, layout] = process.argv.slice(2)
if (!workspaceFile || !table || !layout) throw new Error('Usage: save-once <workspace file> <table> <layout>')
const engine = startEngine(dirname(workspaceFile), workspaceFile)
const asked = JSON.parse(table) as RequestInput<'exports:save'>['table']
await engine.ask('workspace:info', {})
// Whoever saves the ranking has it on screen.
if (asked.kind === 'ranking') await engine.ask('customers:rank', {})
const baseline = process.memoryUsage().rss

const stall = monitorEventLoopDelay({ resolution: 5 })
stall.enable()
const started = performance.now()
const state = { saving: true }
const file = engine.grant(join(dirname(workspaceFile), `saved.${layout}`))
const saved = engine.ask('exports:save', { table: asked, layout: layout as ExportLayout, language: 'nl', file }).finally(() => { state.saving = false })
const answers: number[] = []
while (state.saving) {
  const from = performance.now()
  await engine.ask('data:batches', {})
  answers.push(performance.now() - from)
  await Promise.race([saved, new Promise((done) => { setTimeout(done, ASK_EVERY_MS) })])
}
const { rows, bytes } = await saved
const milliseconds = performance.now() - started
stall.disable()
await engine.stop()
process.stdout.write(`${JSON.stringify({
  milliseconds, rows, bytes,
  longestAnswerMs: Math.max(...answers),
  longestStallMs: stall.max / 1e6,
  addedMb: process.resourceUsage().maxRSS / 1024 - baseline / 1024 / 1024,
})}\n`)
