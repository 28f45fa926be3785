import type { RecordFormat } from './record-format.ts'

/** Lightspeed eCom (C-Series) customers, with the Dutch "van der" in a column of its own. */
export const lightspeedCustomers: RecordFormat = {
  name: 'lightspeed-customers',
  kind: 'customers',
  signature: ['Internal ID', 'LastnamePreposition'],
  columns: {
    customerId: ['Internal ID'],
    customerEmail: ['E-Mail', 'Email'],
    customerName: ['Firstname'],
    customerMiddleName: ['LastnamePreposition'],
    customerLastName: ['Lastname'],
    customerPhone: ['Mobile', 'Phone'],
    customerPostcode: ['Zipcode'],
    emailConsent: ['Newsletter', 'Newsletter subscription'],
    customerGroup: ['Groups', 'Group', 'Customer type'],
    birthDate: ['Birth date', 'Birthdate'],
    registeredOn: ['Registered'],
  },
}
