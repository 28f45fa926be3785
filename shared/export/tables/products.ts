import type { Column, Row } from '../table.ts'
import { moneyColumn, type Words } from '../words.ts'

export type ProductSales = {
  readonly productKey: string
  readonly name: string
  readonly quantity: number
  readonly revenueCents: number
  readonly orders: number
  readonly customers: number
  readonly firstSoldOn: string
  readonly lastSoldOn: string
}

/** Every product with what it brought. */
export function productsColumns({ exports: { columns } }: Words, currency: string): readonly Column[] {
  return [
    { header: columns.productCode, kind: 'text' }, { header: columns.product, kind: 'text' }, { header: columns.quantity, kind: 'number' }, moneyColumn(columns.revenue, currency),
    { header: columns.orders, kind: 'number' }, { header: columns.customers, kind: 'number' }, { header: columns.firstSold, kind: 'day' }, { header: columns.lastSold, kind: 'day' },
  ]
}

export function productsRow(product: ProductSales): Row {
  return [
    product.productKey, product.name, product.quantity, product.revenueCents, product.orders, product.customers, product.firstSoldOn, product.lastSoldOn,
  ]
}
