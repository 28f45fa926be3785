import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openLog, placeOf } from '../../../electron/shell/log.ts'
import { openRemembered, placeOnScreen } from '../../../electron/shell/remembered.ts'

const folder = mkdtempSync(join(tmpdir(), 'remembered-'))
afterAll(() => { rmSync(folder, { recursive: true }) })

test('what is set is there the next time', () => {
  const file = join(folder, 'window.json')
  openRemembered(file).set({ theme: 'dark' })
  openRemembered(file).set({ bounds: { x: 1, y: 2, width: 3, height: 4 } })
  expect(openRemembered(file).get()).toEqual({ theme: 'dark', language: null, isMaximized: false, bounds: { x: 1, y: 2, width: 3, height: 4 } })
  expect(existsSync(`${file}.new`)).toBe(false)
})

test.each(['', '{', 'null', '{"theme":"pink"}', '{"bounds":{"x":"1"}}'])('a file that says %j counts as empty', (text) => {
  const file = join(folder, 'broken.json')
  writeFileSync(file, text)
  expect(openRemembered(file).get()).toEqual({ theme: 'system', language: null, isMaximized: false })
})

test('what cannot be written is only not remembered', () => {
  const store = openRemembered(join(folder, 'no', 'such', 'window.json'))
  store.set({ theme: 'dark' })
  expect(store.get().theme).toBe('dark')
})

test('a window comes back where it was, unless that screen is gone', () => {
  const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }]
  const bounds = { x: 100, y: 100, width: 1000, height: 800 }
  expect(placeOnScreen(undefined, screens)).toEqual({ width: 1280, height: 860 })
  expect(placeOnScreen(bounds, screens)).toEqual(bounds)
  expect(placeOnScreen({ ...bounds, x: -800 }, screens)).toEqual({ ...bounds, x: -800 })
  for (const away of [{ x: -900 }, { x: 1800 }, { x: 2500 }, { y: -50 }, { y: 1000 }]) {
    expect(placeOnScreen({ ...bounds, ...away }, screens)).toEqual({ width: 1000, height: 800 })
  }
  expect(placeOnScreen({ ...bounds, x: 2500 }, [...screens, { x: 1920, y: 0, width: 1920, height: 1080 }])).toMatchObject({ x: 2500 })
})

test('the log is one line for each thing, and starts anew when it is large', () => {
  const log = openLog(join(folder, 'logs'))
  const file = join(folder, 'logs', 'stamgast.log')
  log('engine-exit', 'code 9\nand more')
  expect(readFileSync(file, 'utf8')).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z engine-exit code 9 and more\n$/)
  writeFileSync(file, 'x'.repeat(1_000_001))
  log('next')
  expect(readFileSync(file, 'utf8')).toMatch(/ next\n$/)
  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(2)
  expect(existsSync(`${file}.old`)).toBe(true)
})

test('of an error the log tells the place, not the message', () => {
  expect(placeOf(new RangeError('Anna de Vries'))).toMatch(/^RangeError at .*remembered\.test\.ts/)
  expect(placeOf(new RangeError('Anna\n    at the counter'))).not.toMatch(/Anna|counter/)
  expect(placeOf('Anna')).toBe('string')
})
