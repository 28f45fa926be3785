import type { RecordFormat } from './record-format.ts'

const SUBSCRIBED = /(?:^|[^a-z])subscribed/iu
const NOT_SUBSCRIBED = /(?:^|[^a-z])(?:unsubscribed|non-?subscribed|cleaned)/iu

/**
 * Mailchimp's audience. It comes as a zip of a file with the subscribed, one with the unsubscribed and one with the cleaned (addresses that bounce):
 * only the name of the file says which. When somebody opted in says nothing of who opted out since.
 */
export const mailchimpAudience: RecordFormat = {
  name: 'mailchimp-audience',
  kind: 'customers',
  signature: ['MEMBER_RATING', 'LEID'],
  columns: {
    customerEmail: ['Email Address', 'E-mailadres', 'E-Mail-Adresse', 'Adresse e-mail'],
    customerName: ['First Name', 'Voornaam', 'Vorname', 'Prénom'],
    customerLastName: ['Last Name', 'Achternaam', 'Nachname', 'Nom'],
    customerPhone: ['Phone Number', 'Phone', 'Telefoonnummer', 'Telefoon'],
    engagement: ['MEMBER_RATING'],
    birthDate: ['Birthdate', 'Date of birth', 'Geboortedatum'],
    registeredOn: ['OPTIN_TIME'],
    tags: ['TAGS'],
  },
  fromFileName: (fileName) => {
    if (NOT_SUBSCRIBED.test(fileName)) return { emailConsent: 0 }
    return SUBSCRIBED.test(fileName) ? { emailConsent: 1 } : {}
  },
}
