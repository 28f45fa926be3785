import type { ForecastChoice } from '../../shared/clv/choosing/choose-forecast.ts'
import type { NettedOrders } from '../../shared/customers/net-refunds.ts'
import type { SalesLedger } from '../../shared/customers/sales-ledger.ts'
import type { ClvSettings, ValuedCustomers } from '../../shared/clv/valued-customers.ts'
import { AppError } from '../../shared/result.ts'
import { type PreparedSimulation, prepareSimulation } from '../../shared/simulation/simulate.ts'
import type { Connection, Reader } from './database/connection.ts'
import { type CustomerTexts, readCustomerTexts } from './database/customer-store.ts'
import { readLastDay, readLedger, readNamelessRevenue } from './database/ledger-store.ts'
import { readSalesVersion } from './database/settings-store.ts'
import { runInWorker } from './jobs/run-in-worker.ts'

/** The sales as the models start from them, with whom they belong to. */
export type Sales = {
  readonly ledger: SalesLedger
  readonly texts: CustomerTexts
  readonly lastDay: number
  /** Share of all revenue that is in the ledger. */
  readonly identifiedRevenueShare: number
}
export type Valuation = {
  readonly sales: Sales
  readonly netted: NettedOrders
  readonly valued: ValuedCustomers
  /** Made when first asked for: whoever only ranks does not wait for it. */
  readonly prepared: () => PreparedSimulation
}

/** Keeps the latest answer: the same sales and settings are computed once, whoever asks and however many at a time. */
export type Valuations = {
  readonly sales: (connection: Connection) => Promise<Sales>
  /** The way to forecast that the back-tests choose; whatever the settings. */
  readonly choice: (connection: Connection) => Promise<ForecastChoice>
  readonly value: (connection: Connection, settings: ClvSettings) => Promise<Valuation>
}

async function readSales(reader: Reader): Promise<Sales> {
  const lastDay = await readLastDay(reader)
  if (lastDay === null) throw new AppError('no-sales-yet')
  const ledger = await readLedger(reader)
  if (ledger.customerIds.length === 0) throw new AppError('no-customers-yet')
  const identifiedCents = ledger.amountCents.reduce((sum, cents) => sum + cents, 0)
  const revenueCents = identifiedCents + await readNamelessRevenue(reader)
  const identifiedRevenueShare = revenueCents > 0 ? Math.min(1, Math.max(0, identifiedCents / revenueCents)) : 0
  return { ledger, lastDay, identifiedRevenueShare, texts: await readCustomerTexts(reader, ledger.customerIds) }
}

/** One remembered answer; a failure is not remembered. */
function latest<T>(): (key: string, compute: () => Promise<T>) => Promise<T> {
  let known: { readonly key: string; readonly answer: Promise<T> } | null = null
  return (key, compute) => {
    if (known?.key === key) return known.answer
    const mine = { key, answer: compute() }
    known = mine
    mine.answer.catch(() => { if (known === mine) known = null })
    return mine.answer
  }
}

export function createValuations(workerUrl: URL): Valuations {
  const names = new WeakMap<Connection, number>()
  let connections = 0
  const latestSales = latest<Sales>()
  const latestChoice = latest<ForecastChoice>()
  const latestValuation = latest<Valuation>()

  const versionOf = async (connection: Connection) => {
    const name = names.get(connection) ?? ++connections
    names.set(connection, name)
    return `${name} ${await readSalesVersion(connection)}`
  }
  const sales = async (connection: Connection) => latestSales(await versionOf(connection), () => connection.snapshot(readSales))

  const choice = async (connection: Connection) => latestChoice(await versionOf(connection), async () => {
    const { ledger, lastDay } = await sales(connection)
    return runInWorker('choose-forecast', { ledger, observedUntilDay: lastDay }, { workerUrl })
  })

  return {
    sales,
    choice,
    async value(connection, { contributionMarginRate, annualDiscountRate, horizonMonths }) {
      const settings = { contributionMarginRate, annualDiscountRate, horizonMonths }
      return latestValuation(`${await versionOf(connection)} ${JSON.stringify(settings)}`, async () => {
        const known = await sales(connection)
        const input = { ledger: known.ledger, observedUntilDay: known.lastDay, settings, choice: await choice(connection) }
        const { valued, netted } = await runInWorker('value-customers', input, { workerUrl })
        let prepared: PreparedSimulation | null = null
        return { sales: known, valued, netted, prepared: () => (prepared ??= prepareSimulation(valued)) }
      })
    },
  }
}
