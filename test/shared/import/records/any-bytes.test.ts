import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { inspectAnyFile } from '../../../../shared/import/inspect-any-file.ts'
import { createRecordReader } from '../../../../shared/import/records/record-reader.ts'
import { seededRandom } from '../../../../shared/random.ts'
import { AppError } from '../../../../shared/result.ts'
import { mutate } from '../../../robustness/mutated-files.ts'

const fixtures = join(import.meta.dirname, '../../../fixtures/records')

test('lists with bytes changed at random give records or an error in words, and no row is lost', () => {
  const random = seededRandom(7)
  const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv')).sort()
  let read = 0
  for (let round = 0; round < 400; round++) {
    const name = files[round % files.length] ?? ''
    const bytes = mutate(readFileSync(join(fixtures, name)), random)
    try {
      const { plan } = inspectAnyFile(bytes, basename(name), bytes.length)
      if (!('kind' in plan)) continue
      const reader = createRecordReader(plan)
      reader.feed(bytes)
      const { rowsRead, rowsAccepted, rejected, records } = reader.finish()
      expect(rowsRead, name).toBe(rowsAccepted + rejected.lineNumbers.length)
      expect(records.length).toBeLessThanOrEqual(rowsAccepted)
      read++
    } catch (error) {
      expect(error).toBeInstanceOf(AppError)
    }
  }
  expect(read).toBeGreaterThan(200)
})
