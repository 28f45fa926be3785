import type { source as english } from '../en/source.ts'
import type { Messages } from '../messages.ts'

export const source: Messages<typeof english> = {
  currency: 'In dit bestand staan bedragen in {{currencies}}. Welke daarvan is die van je winkel?',
  currencyCounts: '{{currency}}; regels in een andere munt worden apart gezet',
  sheet: 'Op welk blad staan je verkopen?',
  remembered: {
    title: 'Gelezen zoals vorige keer',
    body: 'Je kolommen heten hetzelfde als in een eerder bestand. Daarvan overgenomen: {{what}}.',
    afresh: 'Opnieuw beginnen',
    what: {
      kind: 'waar het bestand over gaat',
      encoding: 'hoe letters geschreven zijn',
      delimiter: 'wat de kolommen scheidt',
      hasHeader: 'of in de eerste rij namen staan',
      columns: 'wat er in elke kolom staat',
      decimalMark: 'hoe centen geschreven zijn',
      dateOrder: 'hoe datums geschreven zijn',
      currency: 'welke munt telt',
      vat: 'de btw',
      sheet: 'welk blad gelezen wordt',
    },
  },
  skipped_one: '1 ander bestand is overgeslagen, omdat het geen CSV of XLSX is: {{files}}.',
  skipped_other: '{{count}} andere bestanden zijn overgeslagen, omdat ze geen CSV of XLSX zijn: {{files}}.',
  andMore: '{{files}} en nog {{count}}',
  folder: 'Kies een map',
  vat: {
    label: 'Zit er btw in deze bedragen?',
    help: 'Stamgast haalt die eraf voordat het zegt wat een klant waard is. Zonder antwoord tellen bedragen zoals ze er staan.',
    saysIncluded: 'In dit bestand wel. Welk tarief? Zonder antwoord tellen bedragen zoals ze er staan.',
    saysExcluded: 'Dit bestand zegt dat de bedragen zonder btw zijn.',
    unknown: 'Dat zeg ik later',
    rate: 'Ja, {{rate}}',
    other: 'Ja, een ander tarief',
    none: 'Nee, ze zijn zonder btw, of met 0%',
    otherRate: 'Welk tarief, in procenten?',
    otherHelp: 'Verkoop je tegen twee tarieven, vul dan in waar die samen op uitkomen.',
    ofTotal: 'Van de netto verkopen is {{amount}} btw ({{rate}}). De cijfers van klanten zijn zonder.',
    ofNone: 'Deze bedragen zijn zonder btw.',
    notSaid: 'Of er btw in deze bedragen zit is niet gezegd: ze tellen zoals ze er staan.',
    changed: 'Bewaard. De cijfers van klanten worden opnieuw uitgerekend.',
    figures: {
      without: 'Bedragen zijn zonder btw.',
      partly: 'Van een deel van je imports is niet bekend of er btw in zit. Zeg het bij Gegevens, dan zijn alle bedragen hier zonder.',
    },
  },
}
