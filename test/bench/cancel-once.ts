/** One import in a fresh process, cancelled on the way. Arguments: the file, the phase, how far in it. Prints milliseconds until all is as before. */
import { builtWorker, startEngine, temporaryFolder } from '../engine/start-engine.ts'

const [path, phase, fraction] = process.argv.slice(2)
if (!path || !phase) throw new Error('Usage: cancel-once <file> <phase> <fraction>')
const folder = temporaryFolder()
const engine = startEngine(folder.path, undefined, builtWorker)
let asked: number | undefined
engine.listen((event) => {
  if (asked !== undefined || event.name !== 'job:progress' || event.payload.phase !== phase || (event.payload.fraction ?? 1) < Number(fraction)) return
  asked = performance.now()
  void engine.ask('jobs:cancel', { jobId: 'bench' })
})
const result = await engine.call('data:import-file', { file: engine.grant(path), jobId: 'bench' })
const milliseconds = performance.now() - (asked ?? 0)
const { orders } = await engine.ask('workspace:info', {})
await engine.stop()
folder.remove()
if (result.ok || result.error.code !== 'cancelled' || orders > 0) throw new Error('The import was not cancelled.')
process.stdout.write(`${milliseconds}\n`)
