import { afterEach, beforeEach } from 'vitest'
import { startEngine, temporaryFolder, type TestEngine } from './start-engine.ts'

export type TestFolder = ReturnType<typeof temporaryFolder>
export type { TestEngine }

/** A folder and an engine of its own for each test of the file; `take` is handed both before the test begins. */
export function engineForEachTest(take: (started: { folder: TestFolder; engine: TestEngine }) => void): void {
  let folder: TestFolder
  let engine: TestEngine
  beforeEach(() => {
    folder = temporaryFolder()
    engine = startEngine(folder.path)
    take({ folder, engine })
  })
  afterEach(async () => {
    await engine.stop()
    folder.remove()
  })
}
