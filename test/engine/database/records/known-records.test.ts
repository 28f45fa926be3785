import { expect, test } from 'vitest'
import { engineForEachTest, type TestEngine } from '../../engine-for-each-test.ts'

const sales = [
  'Bestelnummer;Datum;Klantnummer;Klant;E-mail;Telefoon;Artikelnummer;Aantal;Prijs',
  '1;15-01-2026;7;Zoë;zoe@example.nl;;S1;2;10,00',
  '2;16-01-2026;7;Zoë;zoe@example.nl;;S2;1;20,00',
  '3;20-01-2026;9;André;;06-12345678;S1;1;10,00',
  '4;21-01-2026;;Alleen Naam;;;S3;1;50,00',
]

let engine: TestEngine
engineForEachTest((started) => { engine = started.engine })

async function knownOf(name: string) {
  const { rows } = await engine.ask('customers:rank', {})
  const customerId = rows.find((row) => row.name === name)?.customerId ?? -1
  return (await engine.ask('customers:detail', { customerId })).known
}

test('a customer is found by number, e-mail or telephone; each field is as the newest list says, and undo takes it back', async () => {
  await engine.import(sales, 'kassa.csv')
  expect(await knownOf('Zoë')).toBeNull()
  await engine.import(['Klantnummer;Nieuwsbrief;Herkomst;Wervingskosten;NPS;Punten;Labels;Geboortedatum', '7;ja;Instagram;4,50;9;120;"VIP,Blog";17-05-1961', '99;ja;Google;;;;;'], 'klanten.csv')
  await engine.import(['E-mail;Nieuwsbrief;Klantgroep', 'ZOE@example.nl;nee;Stamgast'], 'nieuwsbrief.csv')
  await engine.import(['Telefoonnummer;Herkomst', "'+31 6 1234 5678;Buurt"], 'telefoon.csv')
  await engine.import(['Klantnummer;Abonnement;Startdatum;Einddatum;Maandbedrag', '7;Thee;01-02-2024;31-12-2024;9,00', '7;Koffie;15-03-2025;;12,50'], 'abonnementen.csv')
  expect(await knownOf('Zoë')).toEqual({
    emailConsent: false, smsConsent: null, channel: 'Instagram', acquisitionCostCents: 450, nps: 9, engagement: null, points: 120, customerGroup: 'Stamgast', tags: ['VIP', 'Blog'],
    birthDate: '1961-05-17', registeredOn: null,
    subscriptions: [
      { plan: 'Koffie', startedOn: '2025-03-15', endedOn: null, amountCents: 1250 }, { plan: 'Thee', startedOn: '2024-02-01', endedOn: '2024-12-31', amountCents: 900 },
    ],
  })
  expect(await knownOf('André')).toMatchObject({ channel: 'Buurt', emailConsent: null })
  await engine.ask('data:undo-batch', { batchId: 3 })
  expect(await knownOf('Zoë')).toMatchObject({ emailConsent: true, customerGroup: null })
  await engine.ask('data:undo-batch', { batchId: 4 })
  expect(await knownOf('André')).toBeNull()
  expect((await engine.ask('customers:rank', {})).total).toBe(3)
})

test('the address in one list leads to what another list says under that address', async () => {
  await engine.import(['Order;Datum;Klantnummer;Bedrag', '1;15-01-2026;7;10,00', '2;16-01-2026;8;10,00'], 'kassa.csv')
  await engine.import(['Klantnummer;E-mail;Punten', '7;zoe@example.nl;5'], 'webwinkel.csv')
  await engine.import(['E-mail;Nieuwsbrief', 'zoe@example.nl;ja'], 'nieuwsbrief.csv')
  const { rows } = await engine.ask('customers:rank', {})
  const known = await Promise.all(rows.map(async ({ customerId }) => (await engine.ask('customers:detail', { customerId })).known))
  expect(known.filter((one) => one !== null)).toEqual([expect.objectContaining({ points: 5, emailConsent: true })])
})

test('who is known by name alone is found by it, unless two in the lists are called so', async () => {
  await engine.import(sales, 'kassa.csv')
  await engine.import(['Naam;E-mail;Nieuwsbrief', 'alleen naam;alleen@example.nl;ja'], 'een.csv')
  expect(await knownOf('Alleen Naam')).toMatchObject({ emailConsent: true })
  await engine.import(['Naam;E-mail;Nieuwsbrief', 'Alleen Naam;ander@example.nl;nee'], 'twee.csv')
  expect(await knownOf('Alleen Naam')).toBeNull()
})

test('what is known at all: counts, who is matched, who may be mailed, how much of revenue has a cost', async () => {
  expect(await engine.ask('records:known', {})).toEqual({
    'customers': { count: 0, newest: null, matched: 0, ofCustomers: 0, mailable: 0 },
    'products': { count: 0, newest: null, costedRevenueShare: null },
    'subscriptions': { count: 0, newest: null, running: 0 },
    'acquisition-costs': { count: 0, newest: null, costCents: 0, firstMonth: null, lastMonth: null },
  })
  await engine.import(sales, 'kassa.csv')
  await engine.import(['Klantnummer;E-mail;Nieuwsbrief', '7;zoe@example.nl;ja', '12;nooit@example.nl;ja', '13;ook@example.nl;nee'], 'klanten.csv')
  await engine.import(['E-mail;Nieuwsbrief', 'zoe@example.nl;nee', 'nieuw@example.nl;ja'], 'nieuwsbrief.csv')
  await engine.import(['Artikelnummer;Omschrijving;Inkoopprijs', 'S1;Thee;4,00', 'S2;Mok;', 'S9;Lepel;1,00'], 'producten.csv')
  await engine.import(['Klantnummer;Abonnement;Startdatum;Einddatum', '7;Koffie;01-02-2024;', '9;Koffie;01-02-2024;31-12-2024'], 'abonnementen.csv')
  await engine.import(['Kanaal;Maand;Kosten', 'Instagram;2024-01;100,00', 'Google;2024-02;50,00'], 'werving.csv')
  const again = await engine.import(['Kanaal;Maand;Kosten', 'Instagram;2024-01;80,00', 'Google;2024-03;10,00'], 'werving-2.csv')
  const known = await engine.ask('records:known', {})
  expect(known).toMatchObject({
    'customers': { count: 4, matched: 1, ofCustomers: 3, mailable: 2, newest: { fileName: 'nieuwsbrief.csv' } },
    'products': { count: 3, newest: { fileName: 'producten.csv' } },
    'subscriptions': { count: 2, running: 1 },
    'acquisition-costs': { count: 3, costCents: 14_000, firstMonth: '2024-01', lastMonth: '2024-03', newest: { fileName: 'werving-2.csv' } },
  })
  expect(known.products.costedRevenueShare).toBeCloseTo(30 / 100, 12)
  await engine.ask('data:undo-batch', { batchId: again.batchId })
  expect((await engine.ask('records:known', {}))['acquisition-costs']).toMatchObject({ count: 2, costCents: 15_000, lastMonth: '2024-02', newest: { fileName: 'werving.csv' } })
})
