/** How long preparing and simulating take on a generated shop. Arguments: numbers of customers (default 10000 100000). One JSON line per figure. */
import { valueCustomers } from '../../shared/clv/value-customers.ts'
import { strategyNames } from '../../shared/contract/strategies.ts'
import { prepareSimulation, simulate } from '../../shared/simulation/simulate.ts'
import { simulateShop } from '../shared/clv/simulated-shop.ts'

const REPEATS = 15
const settings = { contributionMarginRate: 0.4, annualDiscountRate: 0.1, horizonMonths: 36, hourlyRateCents: 3500 }

function medianMs(repeats: number, run: () => void): number {
  const times = Array.from({ length: repeats }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  }).toSorted((one, other) => one - other)
  return Math.round(times[times.length >> 1]! * 100) / 100
}

const asked = process.argv.slice(2).map(Number).filter((size) => size > 0)
for (const customers of asked.length > 0 ? asked : [10_000, 100_000]) {
  const { summary } = simulateShop(customers, { r: 0.9, alpha: 7, a: 0.8, b: 3 }, { p: 6, q: 4, gamma: 20 }, { weeks: 104, laterWeeks: 0, seed: 5 })
  const valued = valueCustomers({ summary, settings })
  const prepared = prepareSimulation(valued)
  const print = (figure: string, ms: number) => console.log(JSON.stringify({ bench: 'simulate', figure, customers, groups: prepared.groups.observed.length, ms }))
  print('prepare', medianMs(5, () => prepareSimulation(valued)))
  for (const strategy of strategyNames) {
    const audience = { kind: 'everyone' } as const
    print(`${strategy}, everyone, 1000 draws`, medianMs(REPEATS, () => simulate(prepared, { strategy, audience, seed: 1, draws: 1000 }, settings)))
  }
}
