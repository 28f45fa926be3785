import type { identity as english } from '../en/identity.ts'
import type { Messages } from '../messages.ts'

export const identity = {
  title: 'Klanten die één persoon zijn',
  lead: 'Wie als gast bestelt, of met een tweede account, is toch één klant. Zie wie er zijn samengenomen, en waarom. Wat je kiest telt meteen, en je kunt het altijd terugnemen.',
  loading: 'Je klanten worden vergeleken …',
  none: {
    title: 'Niemand staat dubbel in je gegevens',
    body: 'Geen twee klanten hebben hetzelfde e-mailadres, hetzelfde telefoonnummer, of dezelfde naam en postcode. Heeft een volgend bestand zulke klanten, dan vind je ze hier.',
  },
  states: {
    suggested: { title: 'Is dit één persoon?', lead: 'Zij hebben iets gemeen, maar ook iets waardoor het er twee kunnen zijn: een ander e-mailadres, of elk een eigen klantnummer. Alleen jij kunt het weten.' },
    merged: { title: 'Samengenomen', lead: 'Zij tellen als één klant, met alles wat ze samen kochten.' },
    separate: { title: 'Door jou uit elkaar gehouden', lead: 'Zij hebben iets gemeen en tellen als verschillende klanten, omdat jij dat koos.' },
  },
  counted: '{{title}} ({{number}})',
  evidence: {
    'email': 'Zelfde e-mailadres: {{value}}',
    'phone': 'Zelfde telefoonnummer: {{value}}',
    'name-postcode': 'Zelfde naam en postcode: {{value}}',
  },
  moreEvidence_one: 'En nog 1 ding gemeen.',
  moreEvidence_other: 'En nog {{number}} dingen gemeen.',
  decided: 'Dat koos je zelf.',
  known: {
    'id': 'Klantnummer {{key}}',
    'email': 'Geen klantnummer, bekend aan het e-mailadres',
    'phone': 'Geen klantnummer, bekend aan het telefoonnummer',
    'name-postcode': 'Geen klantnummer, bekend aan naam en postcode',
    'name': 'Geen klantnummer, bekend aan de naam',
  },
  several: '{{number}} klanten, al samengenomen',
  orders_one: '{{number}} bestelling',
  orders_other: '{{number}} bestellingen',
  moreParts_one: 'En nog 1 klant.',
  moreParts_other: 'En nog {{number}} klanten.',
  actions: {
    merge: 'Ja, één persoon',
    keepApart: 'Nee, uit elkaar houden',
    separate: 'Uit elkaar halen',
    automatic: 'Mijn keuze terugnemen',
    of: '{{action}}: {{names}}',
  },
  done: {
    merge: 'Vanaf nu één klant: {{names}}.',
    separate: 'Vanaf nu uit elkaar: {{names}}.',
    automatic: 'Je keuze is teruggenomen: {{names}}.',
    undo: 'Ongedaan maken',
  },
  knowing: {
    never: 'Deze export zegt niet wie er kocht',
    neverBody: 'Wat een klant waard is valt dan niet te zeggen: daarvoor moet Stamgast zien wie er terugkomt. Wat nog wel kan: je omzet zien per maand, per dag van de week en per product, op de pagina Omzet.',
    how: 'Zo leer je je klanten kennen',
    tips: {
      export: 'Weet je webwinkel, reserveringssysteem of klantenkaart wel wie er koopt? Importeer die export er dan bij.',
      ask: 'Vraag aan de kassa naar een e-mailadres of telefoonnummer, voor de bon of een klantenkaart, en zet het bij de verkoop.',
      signUp: 'Laat mensen zichzelf aanmelden: met een formulier, of wanneer ze je wifi gebruiken.',
      fair: 'Zeg waar je het voor gebruikt, en vraag niet meer dan je nodig hebt.',
    },
  },
  pager: {
    previous: 'Vorige',
    next: 'Volgende',
    range: '{{from}} tot en met {{to}} van {{total}}',
  },
} satisfies Messages<typeof english>
