/**
 * `npm test`: types, lint, the build, units, the browser journeys, in this order; stops at the first that
 * fails. Ends with one line that counts the tests of all of them.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const results = fileURLToPath(new URL('../node_modules/.cache/test-results/', import.meta.url))

const run = (script) => {
  const { status } = spawnSync(process.execPath, [process.env.npm_execpath, 'run', script], {
    cwd: root,
    stdio: 'inherit',
  })
  return status === 0
}

const readCounts = (file, count) =>
  existsSync(results + file)
    ? count(JSON.parse(readFileSync(results + file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 }

const ofVitest = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests + report.numTodoTests,
})
const ofPlaywright = ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  skipped: stats.skipped,
})

rmSync(results, { recursive: true, force: true })
const steps = ['types', 'lint', 'build', 'unit', 'e2e']
const broken = steps.find((step) => !run(step))
const counts = [readCounts('unit.json', ofVitest), readCounts('e2e.json', ofPlaywright)]
const total = (kind) => counts.reduce((sum, count) => sum + count[kind], 0)
const failed = total('failed') + (broken && total('failed') === 0 ? 1 : 0)
if (broken) console.log(`\nStopped: npm run ${broken} failed.`)
console.log(`\n${total('passed')} passed, ${failed} failed, ${total('skipped')} skipped`)
process.exitCode = broken ? 1 : 0
