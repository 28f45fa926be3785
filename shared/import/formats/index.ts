import type { SalesFormatName } from '../../contract/data.ts'
import { generic } from './generic.ts'
import { mobilePay } from './payments/mobilepay.ts'
import { mollieSettlement } from './payments/mollie-settlement.ts'
import { paypalNl } from './payments/paypal-nl.ts'
import type { SalesFormat } from './sales-format.ts'
import { amazonDateRange } from './shops/amazon-date-range.ts'
import { amazonOrders } from './shops/amazon-orders.ts'
import { etsyItems } from './shops/etsy-items.ts'
import { etsyOrders } from './shops/etsy-orders.ts'
import { magento } from './shops/magento.ts'
import { prestaShop } from './shops/prestashop.ts'
import { shopifyOrders } from './shops/shopify-orders.ts'
import { squarespaceOrders } from './shops/squarespace-orders.ts'
import { wixOrders } from './shops/wix-orders.ts'
import { wooCommerceAnalytics } from './shops/woocommerce/analytics.ts'
import { wooCommerceOrderExport } from './shops/woocommerce/order-export.ts'
import { wooCommerceWebToffee } from './shops/woocommerce/webtoffee.ts'
import { stamgastSales } from './stamgast-sales.ts'
import { squareItems } from './tills/square-items.ts'
import { squareTransactions } from './tills/square-transactions.ts'
import { stripePayments } from './payments/stripe-payments.ts'
import { sumUpSales } from './tills/sumup-sales.ts'
import { sumUpTransactions } from './tills/sumup-transactions.ts'
import { twelve } from './tills/twelve.ts'
import { zettleReceipts } from './tills/zettle-receipts.ts'

const formats: Readonly<Record<SalesFormatName, SalesFormat>> = {
  'shopify-orders': shopifyOrders,
  'squarespace-orders': squarespaceOrders,
  'wix-orders': wixOrders,
  'amazon-orders': amazonOrders,
  'amazon-date-range': amazonDateRange,
  'woocommerce-analytics': wooCommerceAnalytics,
  'woocommerce-order-export': wooCommerceOrderExport,
  'woocommerce-webtoffee': wooCommerceWebToffee,
  'etsy-orders': etsyOrders,
  'etsy-items': etsyItems,
  magento,
  'prestashop': prestaShop,
  'square-transactions': squareTransactions,
  'square-items': squareItems,
  'stripe-payments': stripePayments,
  'mollie-settlement': mollieSettlement,
  'paypal-nl': paypalNl,
  'mobilepay': mobilePay,
  'sumup-sales': sumUpSales,
  'sumup-transactions': sumUpTransactions,
  'zettle-receipts': zettleReceipts,
  twelve,
  'stamgast-sales': stamgastSales,
  generic,
}

export const everyFormat: readonly SalesFormat[] = Object.values(formats)

/** The format whose header names all occur, upper and lower case alike; of several the one with the longest list. */
export function recognizeFormat(header: readonly string[]): SalesFormat {
  const names = new Set(header.map((name) => name.trim().toLowerCase()))
  const fitting = everyFormat.filter(({ signature }) => signature.every((name) => [name].flat().some((one) => names.has(one.toLowerCase()))))
  return fitting.sort((a, b) => b.signature.length - a.signature.length)[0] ?? generic
}
