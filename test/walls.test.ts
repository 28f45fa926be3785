import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** Plants one forbidden import per wall in a copy of the house and asks the linter, with the project's own rules. */
const root = join(import.meta.dirname, '..')
let house: string

const walls: [file: string, code: string][] = [
  ['shared/clv/planted.ts', "import 'node:fs'"],
  ['shared/clv/planted.ts', "import 'react'"],
  ['shared/clv/planted.ts', "import '../../electron/engine/engine.ts'"],
  ['shared/clv/planted.ts', 'export const draw = Math.random()'],
  ['electron/engine/handlers/planted.ts', "import 'sqlite3'"],
  ['electron/engine/handlers/planted.ts', "import 'electron'"],
  ['electron/shell/planted.ts', "import '../engine/engine.ts'"],
  ['electron/shell/planted.ts', "import 'sqlite3'"],
  ['electron/preload.ts', "import '../shared/contract/index.ts'"],
  ['renderer/plan/planted.ts', "import 'electron'"],
  ['renderer/plan/planted.ts', "import 'node:path'"],
  ['renderer/plan/planted.ts', "import '../customers/store.ts'"],
  ['renderer/customers/planted.ts', "import '../plan/store.ts'"],
  ['renderer/plan/outcome/planted.ts', "import '../../customers/store.ts'"],
  ['renderer/data/planted.ts', "import '../settings/store.ts'"],
  ['renderer/settings/planted.ts', "import '../data/store.ts'"],
  ['renderer/ui/planted.ts', "import '../../shared/clv/fit.ts'"],
]
const doors: [file: string, code: string][] = [
  ['shared/clv/planted.ts', "import '../money.ts'"],
  ['electron/engine/handlers/planted.ts', "import '../../../shared/clv/fit.ts'"],
  ['electron/preload.ts', "import '../shared/contract/channel-names.ts'"],
  ['renderer/plan/planted.ts', "import '../ui/Button.tsx'"],
  ['renderer/plan/outcome/planted.ts', "import '../../../shared/contract/customers.ts'"],
]

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'stamgast-walls-'))
  mkdirSync(join(house, 'build'))
  cpSync(join(root, 'build/oxlintrc.json'), join(house, 'build/oxlintrc.json'))
})
afterAll(() => rmSync(house, { recursive: true }))

function complaints(file: string, code: string): string[] {
  mkdirSync(join(house, dirname(file)), { recursive: true })
  writeFileSync(join(house, file), `${code}\n`)
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--config', 'build/oxlintrc.json', '--format', 'json', file], { cwd: house, encoding: 'utf8' })
  const report = JSON.parse(stdout) as { diagnostics: { code: string }[]; number_of_files: number }
  expect(report.number_of_files).toBe(1)
  return report.diagnostics.map((diagnostic) => diagnostic.code).filter((name) => name.includes('restricted'))
}

test.each(walls)('a wall stands: %s may not hold %s', (file, code) => {
  expect(complaints(file, code)).toHaveLength(1)
})

test.each(doors)('a door is open: %s may hold %s', (file, code) => {
  expect(complaints(file, code)).toEqual([])
})
