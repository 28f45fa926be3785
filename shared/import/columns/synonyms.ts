import type { FieldName } from '../../contract/data.ts'

/** A name of which the rest stands in other columns, where there are any. */
export const firstNames = ['billingfirstname', 'firstnamebilling', 'firstname', 'givenname', 'voornaam', 'klantvoornaam', 'roepnaam', 'vorname', 'prenom', 'customerfirstname'] as const
/** A whole name, or beside a first name the last name. */
export const bareNames = ['naam', 'name', 'nom'] as const

/**
 * Header names per field in Dutch, English, German and French, lower-case, without accents, spaces and punctuation, the
 * strongest first. The order decides where two columns could be the same field: a shop's `Total` before its `Subtotal`.
 */
export const synonyms: Readonly<Record<FieldName, readonly string[]>> = {
  orderId: [
    'orderid', 'ordernumber', 'orderno', 'ordernr', 'ordernummer', 'bestelnummer', 'bestelnr', 'bestellingnummer', 'bestellingid', 'bestellnummer', 'bestellnr', 'numerodecommande', 'ncommande',
    'invoiceno', 'invoicenumber', 'invoiceid', 'invoice', 'factuurnummer', 'factuurnr', 'rechnungsnummer', 'rechnungsnr', 'numerodefacture', 'nfacture',
    'receiptnumber', 'receiptno', 'bonnummer', 'bonnr', 'kassabon', 'belegnummer', 'kvitteringsnummer', 'salesrecordnumber', 'amazonorderid', 'order', 'bestelling', 'factuur', 'bon', 'bestellung', 'rechnung', 'commande', 'facture',
    'transactionid', 'transactionno', 'transactienummer', 'transactieid', 'transaktionsnummer', 'transaktionsid', 'paymentid', 'basketid', 'reference', 'referentie', 'referenz', 'id',
  ],
  date: [
    'orderdate', 'besteldatum', 'orderdatum', 'bestelldatum', 'datedecommande', 'datecommande', 'invoicedate', 'factuurdatum', 'rechnungsdatum', 'datedefacture', 'purchasedate', 'aankoopdatum', 'kaufdatum', 'datedachat',
    'saledate', 'verkoopdatum', 'verkaufsdatum', 'transactiondate', 'transactiedatum', 'createdat', 'createddate', 'datecreated', 'created', 'date', 'datum', 'dato', 'datetime', 'datumtijd', 'datetijd', 'timestamp', 'day', 'dag', 'paidat', 'betaaldatum', 'datepaid', 'paymentdate',
  ],
  customerId: [
    'customerid', 'customernumber', 'customerno', 'customernr', 'clientid', 'klantnummer', 'klantnr', 'klantid', 'relatiecode', 'relatienummer', 'debiteurnummer', 'debiteurnr', 'debnr', 'debiteur',
    'kundennummer', 'kundennr', 'kundenid', 'nclient', 'numeroclient', 'idclient', 'codeclient', 'buyeruserid', 'userid', 'memberid', 'lidnummer', 'householdid', 'account', 'accountid', 'cardnumber', 'kaartnummer', 'klantenkaart',
  ],
  customerEmail: [
    'email', 'emailaddress', 'emailadres', 'mailadres', 'emailadresse', 'adresseemail', 'customeremail', 'contactemail', 'billingemail', 'emailbilling', 'buyeremail', 'klantemail', 'emailklant', 'kundenemail', 'courriel', 'mail',
  ],
  customerName: [
    'customername', 'customer', 'fullname', 'klantnaam', 'klant', 'relatie', 'relatienaam', 'kunde', 'kundenname', 'nomduclient', 'nomclient', 'client', 'billingname', 'buyername', 'buyer', 'koper', 'debiteurnaam', 'consumername', 'contactname',
    ...firstNames, 'bedrijfsnaam', 'company', 'companyname', 'firma', 'societe', ...bareNames,
  ],
  customerMiddleName: ['tussenvoegsel', 'tussenvoegsels', 'middlename', 'voorvoegsel', 'voorvoegsels'],
  customerLastName: ['billinglastname', 'lastnamebilling', 'lastname', 'achternaam', 'klantachternaam', 'customerlastname', 'surname', 'familyname', 'familienaam', 'nachname', 'familienname', 'nomdefamille'],
  customerPhone: [
    'billingphone', 'phonebilling', 'customerphone', 'phone', 'phonenumber', 'telephone', 'telephonenumber', 'telefoon', 'telefoonnummer', 'telefoonnr', 'telnr', 'tel', 'telefon', 'telefonnummer', 'numerodetelephone',
    'mobile', 'mobilephone', 'mobilenumber', 'mobiel', 'mobielnummer', 'mobieltelefoonnummer', 'gsm', 'gsmnummer', 'handy', 'handynummer', 'mobil', 'mobilnummer', 'portable', 'buyerphonenumber', 'contactphone', 'shippingphone', 'phoneshipping',
  ],
  customerPostcode: [
    'billingpostcode', 'postcodebilling', 'billingzip', 'billingzipcode', 'billingpostalcode', 'customerpostcode', 'postcode', 'postalcode', 'zip', 'zipcode', 'postleitzahl', 'plz', 'codepostal',
    'shippingpostcode', 'postcodeshipping', 'shippingzip', 'shippostalcode', 'shipzipcode', 'deliverypostcode', 'leverpostcode',
  ],
  amount: [
    'ordertotal', 'grandtotal', 'ordertotalamount', 'totalcollected', 'totaalbedrag', 'totaalinclbtw', 'totalamount', 'gesamtbetrag', 'gesamtsumme', 'montanttotal', 'totalttc', 'totaal', 'total', 'gesamt', 'linetotal', 'regeltotaal', 'lineamount', 'itemtotal',
    'bedraginclbtw', 'bedrag', 'amount', 'betrag', 'montant', 'omzet', 'revenue', 'umsatz', 'chiffredaffaires', 'salesvalue', 'sales', 'orderamount', 'ordervalue', 'bruto', 'gross', 'brutto', 'preisbrutto', 'netsales', 'grosssales',
    'totaalexclbtw', 'bedragexclbtw', 'netto', 'net', 'nettobetrag', 'subtotal', 'subtotaal', 'value', 'waarde', 'aantalprijs', 'spend',
  ],
  unitPrice: [
    'unitprice', 'priceperunit', 'itemprice', 'lineitemprice', 'stuksprijs', 'prijsperstuk', 'prijsperproduct', 'eenheidsprijs', 'einzelpreis', 'stuckpreis', 'prixunitaire', 'itemcost', 'verkoopprijs', 'price', 'prijs', 'preis', 'prix',
  ],
  quantity: ['quantity', 'lineitemquantity', 'qty', 'aantal', 'hoeveelheid', 'menge', 'anzahl', 'quantite', 'qte', 'stuks', 'units', 'itemssold', 'quantityrefund', 'pieces'],
  productId: [
    'productid', 'productcode', 'sku', 'lineitemsku', 'stockcode', 'productnummer', 'productnr', 'artikelnummer', 'artikelnr', 'artikelcode', 'itemid', 'itemcode', 'itemnumber', 'articleid', 'produktnummer', 'referencearticle', 'ean', 'gtin', 'barcode', 'asin', 'listingid',
  ],
  productName: [
    'productname', 'itemname', 'lineitemname', 'productnaam', 'artikelnaam', 'artikelname', 'produktname', 'nomduproduit', 'product', 'item', 'artikel', 'produkt', 'produit', 'article', 'dienst', 'behandeling', 'service',
    'description', 'omschrijving', 'artikelomschrijving', 'productomschrijving', 'beschreibung', 'beschrijving', 'bezeichnung', 'designation', 'beskrivelse',
  ],
  refundedAmount: ['refundedamount', 'amountrefunded', 'totalrefunded', 'orderrefundamount', 'refundamount', 'refunded', 'terugbetaald', 'terugbetaaldbedrag', 'creditbedrag', 'ruckerstattung', 'ruckerstattet', 'erstattet', 'rembourse', 'montantrembourse', 'partialrefunds', 'retourbedrag'],
  status: ['orderstatus', 'financialstatus', 'paymentstatus', 'betaalstatus', 'bestelstatus', 'bestellstatus', 'zahlungsstatus', 'factuurstatus', 'statutdelacommande', 'statut', 'status'],
  currency: ['currency', 'currencycode', 'ordercurrency', 'valuta', 'munteenheid', 'wahrung', 'waehrung', 'devise'],
}

/** Lower-case letters and digits only, accents taken off: `Bestel-nr.` becomes `bestelnr`. */
export function plainName(header: string): string {
  return header.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** The name, and the name without what stands between brackets or the currency behind it, stronger first. */
export function namesOf(header: string): string[] {
  const whole = plainName(header)
  const unbracketed = plainName(header.replace(/[([].*?[)\]]/gu, ' '))
  const bare = unbracketed.replace(/(ineuro|eur|euro|gbp|usd|inclbtw|inclvat|incltax|inclmwst|ttc)$/u, '')
  return [...new Set([whole, unbracketed, bare])].filter((name) => name !== '')
}
