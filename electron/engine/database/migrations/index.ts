import type { Migration } from '../migrate.ts'
import { initial } from './10_initial.ts'
import { identity } from './20_identity.ts'
import { records } from './30_records.ts'
import { sources } from './40_sources.ts'
import { mendedRows } from './50_mended_rows.ts'
import { repairs } from './60_repairs.ts'
import { orderParts } from './70_order_parts.ts'
import { repeatedOrders } from './80_repeated_orders.ts'

/** In order, numbered in tens; never edited after a release. */
export const migrations: readonly Migration[] = [initial, identity, records, sources, mendedRows, repairs, orderParts, repeatedOrders]
