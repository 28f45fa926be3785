import type { RecordField, RecordKind } from '../../contract/data.ts'
import { firstNames, synonyms } from '../columns/synonyms.ts'

type Words = Readonly<Partial<Record<RecordField, readonly string[]>>>

const CHANNEL = [
  'acquisitionchannel', 'wervingskanaal', 'marketingkanaal', 'marketingchannel', 'channel', 'kanaal', 'herkomst', 'leadsource', 'utmsource', 'source', 'bron', 'howdidyouhearaboutus', 'hoekentuons', 'akquisekanal', 'kanal',
  'herkunft', 'quelle', 'canaldacquisition', 'canal', 'origine', 'provenance',
]

const customer: Words = {
  customerId: [...synonyms.customerId, 'internalid', 'klantcode', 'lidnr', 'membershipnumber', 'lidmaatschapsnummer', 'mitgliedsnummer', 'id', 'nummer', 'number'],
  customerEmail: synonyms.customerEmail,
  customerName: [...firstNames, ...synonyms.customerName],
  customerMiddleName: [...synonyms.customerMiddleName, 'lastnamepreposition', 'infix', 'namensvorsatz', 'particule'],
  customerLastName: synonyms.customerLastName,
  customerPhone: synonyms.customerPhone,
  customerPostcode: synonyms.customerPostcode,
}

/**
 * Header names per field for each kind of file, in Dutch, English, German and French, written as in the synonyms of sales, the strongest first.
 */
export const recordSynonyms: Readonly<Record<RecordKind, Words>> = {
  'customers': {
    ...customer,
    emailConsent: [
      'acceptsemailmarketing', 'acceptsmarketing', 'emailmarketingconsent', 'emailsubscriberstatus', 'emailconsent', 'marketingconsent', 'emailoptin', 'newsletter', 'nieuwsbrief', 'toestemmingemail', 'toestemmingnieuwsbrief',
      'toestemming', 'marketingtoestemming', 'mailtoestemming', 'consent', 'optin', 'optintime', 'subscribed', 'aangemeldvoornieuwsbrief', 'einwilligung', 'newsletteranmeldung', 'infolettre', 'lettredinformation', 'consentement',
      'unsubscribed', 'optout', 'emailoptout', 'afgemeld', 'uitgeschreven', 'abgemeldet', 'desabonne', 'desinscrit',
    ],
    smsConsent: ['acceptssmsmarketing', 'smsmarketingconsent', 'smsconsent', 'smsoptin', 'toestemmingsms', 'smstoestemming', 'sms', 'smsoptout'],
    channel: CHANNEL,
    acquisitionCost: ['acquisitioncost', 'cac', 'costperacquisition', 'wervingskosten', 'kostenperklant', 'wervingskostenperklant', 'akquisitionskosten', 'coutdacquisition'],
    nps: ['nps', 'npsscore', 'netpromoterscore', 'npscijfer', 'aanbevelingsscore'],
    engagement: ['engagement', 'engagementscore', 'betrokkenheid', 'memberrating', 'openrate', 'leadscore'],
    points: ['points', 'pointsbalance', 'loyaltypoints', 'punten', 'puntensaldo', 'spaarpunten', 'punkte', 'treuepunkte', 'pointsfidelite', 'stempels', 'stamps'],
    customerGroup: ['customergroup', 'klantgroep', 'klantengroep', 'kundengruppe', 'groupeclient', 'segment', 'customertype', 'klanttype', 'tier', 'groep', 'group', 'groups', 'groupe'],
    tags: ['tags', 'labels', 'tag', 'label', 'kenmerken', 'etiquettes', 'schlagworte'],
    birthDate: ['birthdate', 'dateofbirth', 'birthday', 'dob', 'geboortedatum', 'verjaardag', 'geburtsdatum', 'geburtstag', 'datedenaissance', 'anniversaire'],
    registeredOn: [
      'customersince', 'klantsinds', 'lidsinds', 'membersince', 'kundeseit', 'clientdepuis', 'registered', 'registeredat', 'registrationdate', 'registratiedatum', 'inschrijfdatum', 'aanmelddatum', 'registriertam', 'dateinscription',
      'createdat', 'created', 'createddate', 'datecreated', 'dateadded', 'joindate', 'aangemaakt', 'aangemaaktop', 'erstelltam', 'datedecreation',
    ],
  },
  'products': {
    productId: [...synonyms.productId, 'variantsku', 'handle', 'code', 'artikel', 'nummer', 'reference', 'referentie', 'id'],
    productName: [...synonyms.productName, 'title', 'titel', 'naam', 'name', 'nom'],
    category: [
      'category', 'productcategory', 'categorie', 'productcategorie', 'productgroep', 'artikelgroep', 'omzetgroep', 'productgroup', 'producttype', 'kategorie', 'warengruppe', 'artikelgruppe', 'rubriek', 'rayon', 'afdeling', 'department',
      'collection', 'groep', 'type',
    ],
    brand: ['brand', 'merk', 'vendor', 'leverancier', 'fabrikant', 'manufacturer', 'supplier', 'marke', 'hersteller', 'lieferant', 'marque', 'fournisseur'],
    unitCost: [
      'costperitem', 'unitcost', 'costprice', 'purchaseprice', 'inkoopprijs', 'inkoopprijsexclbtw', 'kostprijs', 'kostprijsexclbtw', 'einkaufspreis', 'ekpreis', 'ek', 'prixdachat', 'prixderevient', 'coutunitaire', 'standardcost',
      'averagecost', 'inkoopwaarde', 'inkoop', 'cost', 'cout',
    ],
    unitPrice: [...synonyms.unitPrice, 'variantprice', 'sellingprice', 'retailprice', 'listprice', 'adviesprijs', 'verkaufspreis', 'vkpreis', 'prixdevente'],
  },
  'subscriptions': {
    ...customer,
    subscriptionId: ['subscriptionid', 'subscriptionnumber', 'abonnementsnummer', 'abonnementnummer', 'abonnementid', 'contractnummer', 'contractnumber', 'contractid', 'vertragsnummer', 'aboid', 'numerodabonnement'],
    plan: ['plan', 'planname', 'subscriptionplan', 'abonnement', 'abonnementsvorm', 'subscription', 'lidmaatschap', 'membership', 'membershiptype', 'tarif', 'tarief', 'abo', 'formule', 'contract', 'product', 'productname'],
    startedOn: [
      'startdate', 'startdatum', 'begindatum', 'ingangsdatum', 'startedat', 'startedon', 'start', 'subscriptionstart', 'vertragsbeginn', 'beginn', 'datededebut', 'debut', 'created',
    ],
    endedOn: [
      'endedat', 'endedon', 'enddate', 'einddatum', 'opzegdatum', 'opgezegdper', 'opgezegdop', 'stopdatum', 'canceledat', 'cancelledat', 'canceldate', 'cancellationdate', 'end', 'kundigungsdatum', 'enddatum', 'vertragsende', 'datedefin',
      'dateresiliation', 'fin',
    ],
    amount: ['amount', 'bedrag', 'maandbedrag', 'termijnbedrag', 'contributie', 'monthlyfee', 'price', 'prijs', 'betrag', 'preis', 'montant', 'prix', 'mrr'],
  },
  'acquisition-costs': {
    channel: [...CHANNEL, 'platform', 'medium'],
    month: ['month', 'maand', 'monat', 'mois', 'period', 'periode', 'yearmonth', 'jaarmaand', 'date', 'datum', 'day', 'dag'],
    cost: [
      'acquisitioncost', 'wervingskosten', 'marketingkosten', 'advertentiekosten', 'mediakosten', 'cost', 'costs', 'kosten', 'adspend', 'spend', 'amountspent', 'spent', 'uitgaven', 'besteed', 'werbekosten', 'ausgaben', 'couts', 'cout', 'depenses',
      'budget', 'bedrag', 'amount',
    ],
  },
}

/** Header names under which "yes" means no. */
export const OPPOSITES: ReadonlySet<string> = new Set(['unsubscribed', 'optout', 'emailoptout', 'smsoptout', 'afgemeld', 'uitgeschreven', 'abgemeldet', 'desabonne', 'desinscrit'])
