import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../engine/start-engine.ts'
import { killImports, prepareKilling } from './killed-import.ts'

const KILLS = 20
const LINES = 20_000
let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => { folder = temporaryFolder() })
afterEach(() => { folder.remove() })

test(`F1: killed at ${KILLS} random moments of an import, nothing is corrupt, partly there, or lost of what was acknowledged`, async () => {
  const killing = await prepareKilling(folder.path, LINES)
  expect(killing.before).toMatchObject({ batches: 1, lines: 2000 })
  expect(killing.after).toMatchObject({ batches: 2, lines: 2000 + LINES })
  const report = await killImports(killing, KILLS, 2026)
  expect(report).toMatchObject({ kills: KILLS, partial: 0, corrupt: 0, lost: 0 })
  // The moments were spread enough to mean something.
  expect(report.nothing).toBeGreaterThan(0)
}, 600_000)
