/** Kills an import at random moments, each time on a workspace that holds acknowledged sales. Argument: how often (default 200). Prints one JSON line. */
import { temporaryFolder } from '../engine/start-engine.ts'
import { killImports, prepareKilling } from './killed-import.ts'

const LINES = 60_000
const kills = Number(process.argv[2] ?? 200)
const folder = temporaryFolder()
try {
  const report = await killImports(await prepareKilling(folder.path, LINES), kills, 1)
  process.stdout.write(`${JSON.stringify({ check: 'SIGKILL while importing', ...report })}\n`)
  if (report.partial + report.corrupt + report.lost > 0) process.exitCode = 1
} finally {
  folder.remove()
}
