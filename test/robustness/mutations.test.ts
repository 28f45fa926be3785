import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../engine/start-engine.ts'
import { faultOf, readMutatedFiles, SEEDS, seedFiles } from './mutated-files.ts'

const FILES = 2000
let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => { folder = temporaryFolder() })
afterEach(() => { folder.remove() })

test(`B7: ${FILES} files of ${SEEDS} kinds with bytes changed at random are read or refused in words, and lose no row`, async () => {
  expect(new Set(seedFiles().map(({ name }) => name)).size).toBe(SEEDS)
  const report = await readMutatedFiles(folder.path, FILES, 7, Infinity)
  expect(report.faults).toEqual([])
  // They are not all refused at the door.
  expect(report.read).toBeGreaterThan(FILES / 2)
  expect(faultOf(null)).toBe(null)
}, 300_000)
