import type { exports as english } from '../en/exports.ts'
import type { Messages } from '../messages.ts'

export const exports = {
  layouts: {
    'csv-semicolon': 'CSV voor Excel',
    'csv-comma': 'CSV met komma’s',
    'xlsx': 'Excel (XLSX)',
  },
  titles: {
    'ranking': 'Klanten',
    'customer-orders': 'Bestellingen',
    'sales': 'Verkopen',
    'products': 'Producten',
    'import-history': 'Ingelezen bestanden',
    'rejected-rows': 'Regels apart gezet',
    'outcome': 'Plan',
    'audience': 'Klanten in dit plan',
    'scenarios': 'Scenario’s',
  },
  columns: {
    rank: 'Plaats', customer: 'Klant', customerNumber: 'Klantnummer', customerName: 'Klantnaam', email: 'E-mailadres', phone: 'Telefoon', postcode: 'Postcode', stage: 'Fase',
    expected: 'Verwachte waarde (schatting)', expectedLow: 'Verwacht, laag', expectedHigh: 'Verwacht, hoog',
    chance: 'Kans nog klant', expectedPurchases: 'Verwachte aankopen', expectedOrder: 'Verwachte besteding',
    purchases: 'Aankopen', averageOrder: 'Gemiddelde besteding', firstPurchase: 'Eerste aankoop', lastPurchase: 'Laatst gezien', nextPurchase: 'Volgende verwacht',
    orderNumber: 'Bestelnummer', date: 'Datum', kind: 'Soort', products: 'Producten', lines: 'Regels', amount: 'Bedrag', net: 'Na terugbetaling', currency: 'Valuta',
    productCode: 'Productcode', product: 'Product', quantity: 'Aantal', revenue: 'Omzet', orders: 'Bestellingen', customers: 'Klanten', firstSold: 'Eerst verkocht', lastSold: 'Laatst verkocht',
    file: 'Bestand', importedOn: 'Ingelezen op', undoneOn: 'Teruggedraaid op', format: 'Gelezen als', rowsRead: 'Regels gelezen', rowsAccepted: 'Regels meegeteld', rowsKnown: 'Regels al bekend',
    rowsRejected: 'Regels apart gezet', newOrders: 'Nieuwe bestellingen', knownOrders: 'Bekende bestellingen', changedOrders: 'Gewijzigde bestellingen', netRevenue: 'Netto omzet',
    refunds: 'Terugbetaald', controlTotal: 'Controletotaal', identifiedShare: 'Deel met bekende klant', firstOrder: 'Eerste bestelling', lastOrder: 'Laatste bestelling',
    line: 'Regel', reason: 'Waarom', raw: 'Zoals het in het bestand staat',
    part: 'Deel', figure: 'Gegeven', low: 'Laag (P10)', high: 'Hoog (P90)', number: 'Getal', unit: 'Eenheid',
    scenario: 'Scenario', idea: 'Idee', audience: 'Voor wie', changedOn: 'Gewijzigd op', assumption: 'Aanname', assumptionValue: 'Waarde',
  },
  outcome: {
    plan: 'Plan', result: 'Uitkomst', months: 'Maand voor maand', assumptions: 'Aannames', netAfter: 'Netto na maand {{month}}',
    baseline: 'Klantwaarde zonder het plan',
    returnOnCost: 'Netto per uitgegeven eenheid', payback: 'Maanden tot terugverdiend', customers: 'Klanten bereikt',
    responders: 'Klanten die meedoen', anyway: 'Daarvan zou toch gekocht hebben', margin: 'Marge',
  },
  units: { rate: 'deel', cents: 'bedrag', weeks: 'weken', hours: 'uren', count: 'aantal', months: 'maanden', customers: 'klanten' },
} satisfies Messages<typeof english>
