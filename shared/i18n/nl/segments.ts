import type { segments as english } from '../en/segments.ts'
import type { Messages } from '../messages.ts'

export const segments = {
  rfm: {
    'champions': {
      name: 'Toppers', who: 'Waren er pas nog, komen vaak en besteden veel.',
      advice: 'Laat nieuwe spullen eerst aan hen zien en bedank ze bij naam.', cost: 'Kost je een kwartier per week. Geen korting: zij komen toch al.',
    },
    'loyal': {
      name: 'Trouwe klanten', who: 'Komen vaak en waren er niet lang geleden nog.',
      advice: 'Vraag of ze een vriend of buurvrouw meenemen, en bedank ze als dat lukt.', cost: 'Kost een kleinigheid per nieuwe klant, en alleen als die ook koopt.',
    },
    'big-spenders': {
      name: 'Grote besteders', who: 'Besteden veel, maar komen niet zo vaak.',
      advice: 'Bel of schrijf zelf even of alles naar wens is, en zeg wat er goed bij past.', cost: 'Kost je vijf minuten per klant.',
    },
    'potential': {
      name: 'Vaste klant in wording', who: 'Waren er pas nog en weten je te vinden.',
      advice: 'Geef een stempelkaart mee: die geeft een reden om weer bij jou te kopen.', cost: 'Kost drukwerk, en een beloning zodra de kaart vol is.',
    },
    'new': {
      name: 'Nieuwe gezichten', who: 'Waren er net, en nog niet vaak.',
      advice: 'Heet ze welkom en help ze op weg: hoe haal je het meeste uit wat je kocht?', cost: 'Kost één keer een uur schrijven; daarna stuur je hetzelfde bericht.',
    },
    'promising': {
      name: 'Eerste stap gezet', who: 'Kochten nog weinig, en dat is nog niet lang geleden.',
      advice: 'Laat zien wat andere klanten hierna kochten.', cost: 'Kost een half uur en een e-mail aan wie die wil ontvangen.',
    },
    'attention': {
      name: 'Even aandacht', who: 'Kwamen af en toe, en nu een tijdje niet.',
      advice: 'Laat iets van je horen waar ze wat aan hebben: een tip, een nieuw product, een avond in de zaak.', cost: 'Kost een uur per keer. Wacht nog met korting.',
    },
    'cannot-lose': {
      name: 'Niet kwijtraken', who: 'Kwamen vaak en besteedden veel, maar zijn al lang niet geweest.',
      advice: 'Bel ze zelf op. Vraag wat er is en los het op.', cost: 'Kost tien minuten per klant, en soms een goedmakertje.',
    },
    'at-risk': {
      name: 'Komen minder', who: 'Kwamen geregeld, maar zijn al lang niet geweest.',
      advice: 'Stuur een kaartje dat je ze mist, met iets kleins dat ze kunnen ophalen.', cost: 'Kost een kaartje met postzegel per klant, en het cadeautje voor wie komt.',
    },
    'asleep': {
      name: 'Stil geworden', who: 'Kochten weinig of lang geleden, maar zijn nog een poging waard.',
      advice: 'Doe één aanbod met een einddatum, en laat een deel het niet krijgen om te zien of het helpt.', cost: 'Kost de korting, ook voor wie anders voor de volle prijs was gekomen.',
    },
    'lost': {
      name: 'Lang weg', who: 'Kochten weinig, besteedden weinig en zijn heel lang niet geweest.',
      advice: 'Laat ze met rust en besteed je tijd aan de anderen.', cost: 'Kost niets, en bespaart je verzendkosten.',
    },
  },
  rfmExplained: 'Elke klant krijgt drie cijfers van 1 tot 5: hoe kortgeleden, hoe vaak en hoeveel. Een 5 betekent: minstens vier van de vijf klanten zitten hieronder. Wie gelijk is krijgt hetzelfde cijfer.',
  tiers: { top: 'Bovenste {{share}}', next: 'Volgende {{share}}', rest: 'Alle anderen' },
  concentration: 'De beste {{customers}} van je klanten brengen {{value}} van de waarde.',
  growers: {
    name: 'Groeiers',
    who: 'Horen tot nu toe niet bij je beste vijfde, maar naar verwachting straks wel (schatting).',
    advice: 'Leer ze kennen: vraag wat ze zoeken en laat zien wat je nog meer hebt.',
    cost: 'Kost je aandacht, geen korting.',
    none: 'Op dit moment springt niemand eruit.',
    unknown: 'Groeiers zijn pas te vinden als er genoeg verkopen zijn voor een schatting.',
  },
  loyalty: {
    'title': 'Eén keer of vaker',
    'one-time': 'Kochten één keer',
    'returning': 'Kwamen terug',
    'customers': 'Klanten',
    'soFar': 'Gemiddelde waarde tot nu toe, in {{basis}}',
    'averageOrder': 'Gemiddelde besteding (omzet)',
    'shareOfRevenue': 'Deel van de omzet',
  },
  warnings: {
    'too-few-for-average': 'Minder dan 20 klanten: het gemiddelde zegt nog weinig, want één klant kan het helemaal veranderen.',
    'too-few-for-segment': 'Minder dan 100 klanten: klein voor een eigen plan. Voeg klantgroepen samen, of zie de uitkomst als ruw.',
  },
  difference: {
    clear: 'Deze klantgroepen verschillen duidelijk in waarde.',
    slight: 'De klantgroepen verschillen, maar weinig: aan iemands groep zie je nauwelijks wat die klant waard is.',
    none: 'Het verschil tussen deze klantgroepen kan toeval zijn.',
    unknown: 'Er zijn te weinig klanten om de klantgroepen te vergelijken.',
  },
} satisfies Messages<typeof english>
