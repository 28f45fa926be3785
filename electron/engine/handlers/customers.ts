import { explainRank } from '../../../shared/clv/explaining/explain-rank.ts'
import { fitSummaryOf } from '../../../shared/clv/fit.ts'
import { formulaInputs } from '../../../shared/clv/explaining/formula-inputs.ts'
import { nextPurchaseDays } from '../../../shared/clv/explaining/next-purchase-days.ts'
import { rankParts } from '../../../shared/clv/explaining/rank-parts.ts'
import { possibleMethod, rankCustomers, rankedCustomer, ranksBy } from '../../../shared/clv/rank.ts'
import { forecastSummaryOf } from '../../../shared/clv/shop-forecast.ts'
import type { Handlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/result.ts'
import type { EngineContext } from '../context.ts'
import type { Connection } from '../database/connection.ts'
import { readCustomerKeys, readOrderTexts } from '../database/customer-store.ts'
import { readKnownOfCustomer } from '../database/records/known-of-customer.ts'
import { readWorkspaceSettings } from '../database/settings-store.ts'
import type { Valuation } from '../valuation.ts'
import { customerOrders } from './customer-orders.ts'

const MOST_ORDERS = 500

async function valuationOf(connection: Connection, context: EngineContext): Promise<Valuation> {
  return context.valuations.value(connection, await readWorkspaceSettings(connection))
}

export const customersHandlers: Pick<Handlers<EngineContext>, 'customers:rank' | 'customers:detail'> = {
  async 'customers:rank'(request, context) {
    const { valued, sales } = await valuationOf(await context.workspace.connection(), context)
    return { ...rankCustomers(valued, sales.texts, request), identifiedRevenueShare: sales.identifiedRevenueShare }
  },

  async 'customers:detail'({ customerId, method }, context) {
    const connection = await context.workspace.connection()
    const { valued, sales, netted } = await valuationOf(connection, context)
    const keys = await readCustomerKeys(connection, customerId)
    const row = keys[0] ? valued.customerIds.indexOf(keys[0].customerId) : -1
    if (!keys[0] || row < 0) throw new AppError('customer-not-found')

    const orders = customerOrders(sales.ledger, netted, row)
    const newest = orders.slice(0, MOST_ORDERS)
    const texts = await readOrderTexts(connection, newest.map((order) => order.id))
    const possible = possibleMethod(valued, method)
    return {
      customer: rankedCustomer(valued, row, ranksBy(valued, possible)[row] ?? 0, sales.texts.names[row] ?? '', possible),
      ofCustomers: valued.customerIds.length,
      email: keys.find(({ email }) => email !== null)?.email ?? null,
      customerKey: keys[0].customerKey,
      keys,
      orders: newest.map(({ id, ...order }) => {
        const text = texts.get(id)
        return { ...order, orderId: text?.orderKey ?? String(id), lines: text?.lines ?? 0, products: text?.products ?? [] }
      }),
      orderTotal: orders.length,
      known: await readKnownOfCustomer(connection, keys),
      reasons: explainRank(valued, row),
      parts: rankParts(valued, row),
      nextPurchase: nextPurchaseDays(valued, row),
      inputs: formulaInputs(valued, row),
      basis: valued.basis,
      fit: valued.fit && fitSummaryOf(valued.fit),
      forecast: valued.forecast && forecastSummaryOf(valued.forecast),
    }
  },
}
