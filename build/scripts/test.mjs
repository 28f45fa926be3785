/**
 * `npm test`: lint, types, unused code, unit tests, then the journeys on the built app and on the packaged one.
 * Every step runs, whatever came before; the last line is `N passed, N failed, N skipped`.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser, ensureBuilt, ensureInstalled, root, runTool, say, projectNode, run } from './setup.mjs'

const started = performance.now()
ensureInstalled()
ensureBrowser()

const reports = join(root, 'out', 'reports')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const total = { passed: 0, failed: 0, skipped: 0 }

function step(title, work) {
  const from = performance.now()
  say(`\n== ${title}`)
  const { passed, failed, skipped = 0 } = work()
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  say(`== ${title}: ${passed} passed, ${failed} failed, ${skipped} skipped (${Math.round((performance.now() - from) / 1000)} s)`)
}

/** A check that only has an exit code counts as one. */
const check = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

/** A runner that ended without a report, or in error without a failed test, counts as a failure. */
function counted(code, file, read) {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const counts = read(JSON.parse(readFileSync(file, 'utf8')))
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

step('Lint', () => check(runTool('oxlint', ['--config', 'build/oxlintrc.json', '--type-aware', '--deny-warnings', 'electron', 'renderer', 'shared', 'test', 'build'])))
step('Types', () => check(runTool('typescript', ['-b'])))
step('Unused code', () => check(runTool('knip', ['--config', 'build/knip.json'])))
step('Build', () => {
  ensureBuilt()
  return { passed: 1, failed: 0 }
})
step('Unit tests', () => {
  const file = join(reports, 'unit.json')
  const code = runTool('vitest', ['run', '--config', 'build/vitest.config.ts', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`], {
    env: { ...process.env, STAMGAST_BUILT_WORKER: '1' },
  })
  return counted(code, file, (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests + report.numFailedTestSuites * (report.numFailedTests === 0 ? 1 : 0), skipped: report.numPendingTests + report.numTodoTests }))
})
step('Package', () => check(run(projectNode(), [join(root, 'build', 'scripts', 'pack-rehearsal.mjs')])))
step('Journeys', () => {
  const file = join(reports, 'journeys.json')
  const code = runTool('@playwright/test', ['test', '--config', 'build/playwright.config.ts', '--reporter=list,json'], {
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  })
  return counted(code, file, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }))
})

say(`\nAll steps took ${Math.round((performance.now() - started) / 1000)} s.`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed === 0 ? 0 : 1
