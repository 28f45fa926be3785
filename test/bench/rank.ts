/** From stored sales to a ranking on screen, and its pages. Argument: about how many customers (default 100000). One JSON line per figure. */
import { startEngine, temporaryFolder } from '../engine/start-engine.ts'
import { median, printFigure } from './figures.ts'
import { salesFile } from './generate-sales.ts'

const REPEATS = 5
const LINES_PER_CUSTOMER = 10

const wanted = Number(process.argv[2] ?? 100_000)
const folder = temporaryFolder()
const engine = startEngine(folder.path)
await engine.ask('data:import-file', { file: engine.grant(salesFile(wanted * LINES_PER_CUSTOMER, wanted)) })
const { customers } = await engine.ask('workspace:info', {})

async function figure(name: string, work: (turn: number) => Promise<unknown>): Promise<void> {
  const times: number[] = []
  for (let turn = 0; turn < REPEATS; turn++) {
    const started = performance.now()
    await work(turn)
    times.push(performance.now() - started)
  }
  printFigure({ bench: 'rank', figure: `${name}, ${customers} customers`, value: Number(median(times).toFixed(1)), unit: 'ms' })
}

const started = performance.now()
const { rows } = await engine.ask('customers:rank', {})
printFigure({ bench: 'rank', figure: `first ranking from the file: read, net, fit, score, ${customers} customers`, value: Math.round(performance.now() - started), unit: 'ms' })
await figure('other settings: fit and score again', (turn) => engine.ask('settings:set', { horizonMonths: 30 + turn }).then(() => engine.ask('customers:rank', {})))
await figure('a page further down', (turn) => engine.ask('customers:rank', { offset: 1000 * (turn + 1) }))
await figure('search', (turn) => engine.ask('customers:rank', { search: `anna ${turn}` }))
await figure('one customer', (turn) => engine.ask('customers:detail', { customerId: rows[turn]?.customerId ?? 0 }))
await figure('what the frame shows', () => engine.ask('workspace:info', {}))
await engine.stop()
folder.remove()
