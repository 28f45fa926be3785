/** One import in a fresh process, while the engine is asked something all the time. Argument: the file. Prints one JSON line. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { builtWorker, startEngine, temporaryFolder } from '../engine/start-engine.ts'

const ASK_EVERY_MS = 25
const [path] = process.argv.slice(2)
if (!path) throw new Error('Usage: import-once <file>')
const folder = temporaryFolder()
const engine = startEngine(folder.path, undefined, builtWorker)
await engine.ask('workspace:info', {})

const stall = monitorEventLoopDelay({ resolution: 5 })
stall.enable()
const started = performance.now()
const state = { importing: true }
const imported = engine.ask('data:import-file', { file: engine.grant(path) }).finally(() => { state.importing = false })
const answers: number[] = []
while (state.importing) {
  const asked = performance.now()
  await engine.ask('workspace:info', {})
  answers.push(performance.now() - asked)
  await Promise.race([imported, new Promise((done) => { setTimeout(done, ASK_EVERY_MS) })])
}
const summary = await imported
const milliseconds = performance.now() - started
stall.disable()
await engine.stop()
folder.remove()
process.stdout.write(`${JSON.stringify({
  milliseconds,
  rows: summary.rowsRead,
  longestAnswerMs: Math.max(...answers),
  longestStallMs: stall.max / 1e6,
  peakRssMb: process.resourceUsage().maxRSS / 1024,
})}\n`)
