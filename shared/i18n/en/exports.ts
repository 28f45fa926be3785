import type { ExportLayout } from '../../contract/exports.ts'

/** Saving what is on screen as a file, and the words in those files. */
export const exports = {
  layouts: {
    'csv-semicolon': 'CSV for Dutch Excel',
    'csv-comma': 'CSV with commas',
    'xlsx': 'Excel (XLSX)',
  } satisfies Record<ExportLayout, string>,
  titles: {
    'ranking': 'Customers',
    'customer-orders': 'Orders',
    'sales': 'Sales',
    'products': 'Products',
    'import-history': 'Imports',
    'rejected-rows': 'Rows set aside',
    'outcome': 'Plan',
    'audience': 'Customers in this plan',
    'scenarios': 'Scenarios',
  },
  columns: {
    rank: 'Rank', customer: 'Customer', customerNumber: 'Customer number', customerName: 'Customer name', email: 'E-mail', phone: 'Phone', postcode: 'Postcode', stage: 'Stage',
    expected: 'Expected value (estimate)', expectedLow: 'Expected, low', expectedHigh: 'Expected, high',
    chance: 'Chance still a customer', expectedPurchases: 'Expected purchases', expectedOrder: 'Expected order',
    purchases: 'Purchases', averageOrder: 'Average order', firstPurchase: 'First purchase', lastPurchase: 'Last seen', nextPurchase: 'Next due',
    orderNumber: 'Order number', date: 'Date', kind: 'Kind', products: 'Products', lines: 'Lines', amount: 'Amount', net: 'After refunds', currency: 'Currency',
    productCode: 'Product code', product: 'Product', quantity: 'Quantity', revenue: 'Revenue', orders: 'Orders', customers: 'Customers', firstSold: 'First sold', lastSold: 'Last sold',
    file: 'File', importedOn: 'Imported on', undoneOn: 'Undone on', format: 'Read as', rowsRead: 'Rows read', rowsAccepted: 'Rows accepted', rowsKnown: 'Rows known already',
    rowsRejected: 'Rows set aside', newOrders: 'New orders', knownOrders: 'Known orders', changedOrders: 'Changed orders', netRevenue: 'Net revenue',
    refunds: 'Refunds', controlTotal: 'Control total', identifiedShare: 'Share with a known customer', firstOrder: 'First order', lastOrder: 'Last order',
    line: 'Line', reason: 'Why', raw: 'As it stands in the file',
    part: 'Part', figure: 'Figure', low: 'Low (P10)', high: 'High (P90)', number: 'Number', unit: 'Unit',
    scenario: 'Scenario', idea: 'Idea', audience: 'For whom', changedOn: 'Changed on', assumption: 'Assumption', assumptionValue: 'Value',
  },
  outcome: {
    plan: 'Plan', result: 'Outcome', months: 'Month by month', assumptions: 'Assumptions', netAfter: 'Net after month {{month}}',
    baseline: 'Customer value without the plan',
    returnOnCost: 'Net for each unit of cost', payback: 'Months until earned back', customers: 'Customers reached',
    responders: 'Customers who take part', anyway: 'Of those, who would have bought anyway', margin: 'Margin',
  },
  units: { rate: 'share', cents: 'amount', weeks: 'weeks', hours: 'hours', count: 'number', months: 'months', customers: 'customers' },
} as const
