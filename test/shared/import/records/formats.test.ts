import { describe, expect, test } from 'vitest'
import { readRecordsFile } from './read-records.ts'

describe('Shopify customers', () => {
  test('apostrophes before numbers, postcodes and telephone numbers are taken off, tags taken apart, consent is yes or no', () => {
    const { preview, imported, values, setAside } = readRecordsFile('shopify-customers/ordinary.csv')
    expect(preview).toMatchObject({ kind: 'customers', format: 'shopify-customers', questions: [], hasCustomer: true })
    expect(imported).toMatchObject({ rowsRead: 3, rowsAccepted: 3 })
    expect(setAside).toEqual([])
    expect(values).toEqual({
      'id:6123450001': {
        customerId: '6123450001', customerEmail: 'Anna@Example.nl', customerName: 'Anna Jansen', customerPhone: '+31612345678', customerPostcode: '3512 JE', emailConsent: 1, smsConsent: 0, tags: '["VIP","Blog"]',
      },
      'id:6123450002': { customerId: '6123450002', customerEmail: 'bjorn@example.nl', customerName: 'Björn de Wit', customerPostcode: '9000', emailConsent: 0, smsConsent: 0 },
      'id:6123450003': { customerId: '6123450003', customerEmail: 'gast@example.nl', emailConsent: 0, smsConsent: 0 },
    })
    expect(imported.records[0]?.customerKeys).toEqual([
      'id:6123450001', 'email:anna@example.nl', 'phone:+31612345678', 'name-postcode:anna jansen 3512JE', 'name:anna jansen',
    ])
  })

  test('the older export has no numbers: e-mail is the key, else name and postcode; who is nobody and consent that says nothing are set aside', () => {
    const { preview, values, setAside } = readRecordsFile('shopify-customers/odd.csv')
    expect(preview).toMatchObject({ kind: 'customers', format: 'shopify-customers' })
    expect(values).toEqual({
      'email:anna@example.nl': { customerEmail: 'anna@example.nl', customerName: 'Anna Jansen', customerPhone: '0612345678', customerPostcode: '3512JE', emailConsent: 1, tags: '["VIP","van der, Berg"]' },
      'name-postcode:dirk bakker 1011AB': { customerName: 'Dirk Bakker', customerPostcode: '1011 AB', emailConsent: 0 },
    })
    expect(setAside).toEqual([[3, 'key-missing'], [4, 'value-unreadable']])
  })
})

test('Stripe customers: the plan as their group, the day they were made; what they spent is left to the payments', () => {
  const { preview, values } = readRecordsFile('stripe-customers/ordinary.csv')
  expect(preview).toMatchObject({ kind: 'customers', format: 'stripe-customers', dateOrder: 'ymd', decimalMark: null, questions: [] })
  expect(values).toEqual({
    'id:cus_A1': { customerId: 'cus_A1', customerEmail: 'anna@example.nl', customerName: 'Anna Jansen', customerGroup: 'gold', registeredOn: '2025-03-14' },
    'id:cus_B2': { customerId: 'cus_B2', customerEmail: 'bjorn@example.nl', customerName: 'Björn de Wit', registeredOn: '2025-04-01' },
  })
  const odd = readRecordsFile('stripe-customers/odd.csv')
  expect(odd.values).toEqual({ 'id:cus_C3': { customerId: 'cus_C3', registeredOn: '2025-04-02' } })
  expect(odd.setAside).toEqual([[2, 'date-impossible'], [4, 'key-missing']])
})

test('Lightspeed customers: "van der" has a column of its own, birthdays may lie before 1970, two rows of one number are one customer', () => {
  const { preview, values } = readRecordsFile('lightspeed-customers/ordinary.csv')
  expect(preview).toMatchObject({ kind: 'customers', format: 'lightspeed-customers', delimiter: ';' })
  expect(values['id:101']).toEqual({
    customerId: '101', customerEmail: 'jan@example.nl', customerName: 'Jan van der Berg', customerPhone: '06-12345678', customerPostcode: '3512 JE', emailConsent: 1, customerGroup: 'Vaste klanten',
    birthDate: '1955-05-17', registeredOn: '2024-01-05',
  })
  const odd = readRecordsFile('lightspeed-customers/odd.csv')
  expect(odd.imported).toMatchObject({ rowsRead: 3, rowsAccepted: 2 })
  expect(odd.values).toEqual({
    'id:101': {
      customerId: '101', customerEmail: 'jan@example.nl', customerName: 'Jan van der Berg', customerPhone: '06 12345678', customerPostcode: '3512JE', emailConsent: 0, birthDate: '1955-05-17', registeredOn: '2024-01-05',
    },
  })
  expect(odd.setAside).toEqual([[4, 'date-impossible']])
})

describe('Mailchimp audiences', () => {
  test('the sample: one member with two tags; its name does not say whether she may be mailed', () => {
    const { preview, values } = readRecordsFile('mailchimp-audience/mailchimp_audience.csv')
    expect(preview).toMatchObject({ kind: 'customers', format: 'mailchimp-audience' })
    expect(preview.consentByFileName).toBeUndefined()
    expect(values).toEqual({ 'email:a@example.nl': { customerEmail: 'a@example.nl', customerName: 'Anna Jansen', engagement: 4, registeredOn: '2024-03-14', tags: '["VIP","Blog"]' } })
  })

  test.each([['subscribed', true, 2], ['unsubscribed', false, 1], ['cleaned', false, 1]] as const)('%s: the name of the file says who may be mailed', (name, consent, members) => {
    const { preview, imported } = readRecordsFile(`mailchimp-audience/${name}_email_audience_export_0a1b.csv`)
    expect(preview.consentByFileName).toBe(consent)
    expect(imported.records.map(({ values }) => values.emailConsent)).toEqual(Array.from({ length: members }, () => (consent ? 1 : 0)))
  })
})

describe('any list of customers', () => {
  test('Dutch, Windows-1252: consent, channel, what winning cost, points; the revenue in it is left alone', () => {
    const { preview, values, setAside } = readRecordsFile('customers/ordinary.csv')
    expect(preview).toMatchObject({ kind: 'customers', format: 'generic', encoding: 'windows-1252', dateOrder: 'dmy', decimalMark: ',' })
    expect(preview.columns.find(({ name }) => name === 'Omzet')?.field).toBeNull()
    expect(setAside).toEqual([])
    expect(values['id:7']).toEqual({
      customerId: '7', customerName: 'Zoë de Vries', customerEmail: 'zoe@example.nl', registeredOn: '2021-02-03', emailConsent: 1, channel: 'Instagram', acquisitionCost: 450, nps: 9, points: 120,
      customerGroup: 'Stamgast', birthDate: '1961-05-17',
    })
    expect(values['id:9']).toMatchObject({ emailConsent: 0, acquisitionCost: 1200, points: 0, birthDate: '1984-12-31' })
  })

  test('German: who is "abgemeldet" may not be mailed; a day says since when; a score above ten is set aside; a later row says it anew', () => {
    const { values, setAside } = readRecordsFile('customers/odd.csv')
    expect(values).toEqual({
      'id:7': { customerId: '7', customerName: 'Zoë de Vries', customerEmail: 'zoe@example.nl', emailConsent: 1, channel: 'Empfehlung', nps: 8, tags: '["VIP","Blog"]' },
      'id:12': { customerId: '12', customerName: 'Kein Wort', channel: 'Messe' },
    })
    expect(setAside).toEqual([[3, 'value-unreadable']])
  })
})

test('products: cost and price to the cent; a list of a web shop too', () => {
  const { preview, values } = readRecordsFile('products/ordinary.csv')
  expect(preview).toMatchObject({ kind: 'products', decimalMark: ',', hasCustomer: false })
  expect(values).toEqual({
    S1: { productId: 'S1', productName: 'Thee', category: 'Dranken', brand: 'Pickwick', unitCost: 125, unitPrice: 350 },
    S2: { productId: 'S2', productName: 'Mok', category: 'Servies', unitCost: 400, unitPrice: 100_995 },
    S9: { productId: 'S9', productName: 'Nooit verkocht', unitCost: 10, unitPrice: 50 },
  })
  const odd = readRecordsFile('products/odd.csv')
  expect(odd.values).toEqual({
    S1: { productId: 'S1', productName: 'Thee', category: 'Dranken', brand: 'Pickwick', unitCost: 130, unitPrice: 350 },
    S2: { productId: 'S2', productName: 'Mok', category: 'Servies', unitPrice: 995 },
  })
  expect(odd.setAside).toEqual([[4, 'key-missing'], [5, 'amount-unreadable']])
})

test('subscriptions: known by their number, else by customer, plan and start; a later row ends one', () => {
  const { preview, values } = readRecordsFile('subscriptions/ordinary.csv')
  expect(preview).toMatchObject({ kind: 'subscriptions', dateOrder: 'dmy', decimalMark: ',', hasCustomer: true })
  expect(Object.keys(values)).toEqual(['id:7\nKoffie per maand\n2024-02-01', 'id:9\nKoffie per maand\n2023-03-15', 'id:9\nThee per maand\n2024-01-01'])
  expect(values['id:9\nKoffie per maand\n2023-03-15']).toMatchObject({ customerName: 'André Bos', startedOn: '2023-03-15', endedOn: '2023-12-31', amount: 1250 })
  const odd = readRecordsFile('subscriptions/odd.csv')
  expect(odd.values).toEqual({ 'id:sub_1': { subscriptionId: 'sub_1', customerId: '7', customerEmail: 'zoe@example.nl', plan: 'gold', startedOn: '2024-02-01', endedOn: '2024-06-30', amount: 1250 } })
  expect(odd.setAside).toEqual([[3, 'date-missing'], [5, 'key-missing']])
})

test('acquisition costs: per channel and month; days of one month add up', () => {
  const { preview, imported } = readRecordsFile('acquisition-costs/ordinary.csv')
  expect(preview).toMatchObject({ kind: 'acquisition-costs', decimalMark: ',' })
  expect(imported.records.map(({ values }) => values)).toEqual([
    { channel: 'Instagram', month: '2024-01', cost: 125_050 }, { channel: 'Google', month: '2024-01', cost: 30_000 }, { channel: 'Instagram', month: '2024-02', cost: 8000 },
  ])
  const odd = readRecordsFile('acquisition-costs/odd.csv')
  expect(odd.imported).toMatchObject({ rowsRead: 6, rowsAccepted: 3 })
  expect(odd.imported.records.map(({ values }) => [values.month, values.cost])).toEqual([['2024-01', 1550], ['2024-03', 2000]])
  expect(odd.setAside).toEqual([[5, 'date-missing'], [6, 'date-unreadable'], [7, 'key-missing']])
})
