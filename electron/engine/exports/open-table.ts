import type { ExportTable } from '../../../shared/contract/exports.ts'
import type { Table } from '../../../shared/export/table.ts'
import { assertNever } from '../../../shared/result.ts'
import type { Sources } from './sources.ts'
import { audienceTable, customerOrdersTable, rankingTable } from './tables/customer-tables.ts'
import { changedOrdersTable, importHistoryTable, rejectedRowsTable } from './tables/import-tables.ts'
import { outcomeTable, scenariosTable } from './tables/plan-tables.ts'
import { productsTable, revenueTable, salesTable } from './tables/sales-tables.ts'

/** The table that was asked for; its rows are read while they are written. */
export async function openTable(request: ExportTable, sources: Sources): Promise<Table> {
  switch (request.kind) {
    case 'ranking': return rankingTable(request, sources)
    case 'customer-orders': return customerOrdersTable(request, sources)
    case 'sales': return salesTable(sources)
    case 'products': return productsTable(sources)
    case 'revenue': return revenueTable(request, sources)
    case 'import-history': return importHistoryTable(sources)
    case 'rejected-rows': return rejectedRowsTable(request, sources)
    case 'changed-orders': return changedOrdersTable(request, sources)
    case 'outcome': return outcomeTable(request, sources)
    case 'audience': return audienceTable(request, sources)
    case 'scenarios': return scenariosTable(sources)
    default: return assertNever(request)
  }
}
