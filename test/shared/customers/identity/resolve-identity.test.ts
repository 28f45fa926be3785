import { expect, test } from 'vitest'
import { customerKey } from '../../../../shared/customers/identity/customer-key.ts'
import { personalEmail } from '../../../../shared/customers/identity/email.ts'
import { evidenceOf, findLinks, type KnownCustomers } from '../../../../shared/customers/identity/find-links.ts'
import { identityGroups } from '../../../../shared/customers/identity/identity-groups.ts'
import { type IdentityDecision, resolveIdentity } from '../../../../shared/customers/identity/resolve-identity.ts'

type One = { readonly key: string; readonly name?: string; readonly email?: string; readonly phone?: string; readonly postcode?: string }

function customersOf(all: readonly One[]): KnownCustomers {
  return {
    ids: Int32Array.from(all, (_, row) => 10 * (row + 1)),
    keys: all.map(({ key }) => key),
    names: all.map(({ name }) => name ?? ''),
    emails: all.map(({ email }) => email ?? ''),
    phones: all.map(({ phone }) => phone ?? ''),
    postcodes: all.map(({ postcode }) => postcode ?? ''),
  }
}

function resolve(all: readonly One[], decided: Readonly<Record<string, IdentityDecision>> = {}) {
  const decisions = new Map(Object.entries(decided))
  const identity = resolveIdentity(customersOf(all), decisions)
  const groups = identityGroups(identity, decisions).map(({ state, isDecided, evidence, parts }) =>
    [state, isDecided ? 'decided' : 'automatic', evidence.map(({ kind, value }) => `${kind} ${value}`), [...parts]])
  return { persons: [...identity.persons], groups }
}

const email = 'anna@voorbeeld.nl'
const phone = '+31612345678'
const account: One = { key: 'id:7', name: 'Anna de Vries', email, phone, postcode: '1234AB' }
const guest: One = { key: `email:${email}`, name: 'A. de Vries', email: ' Anna@Voorbeeld.nl' }

test('a guest with the e-mail of an account is that account, whoever came first', () => {
  expect(resolve([account, guest])).toEqual({ persons: [0, 0], groups: [['merged', 'automatic', [`email ${email}`], [0, 1]]] })
  expect(resolve([guest, account]).persons).toEqual([1, 1])
})

test('the same telephone number merges, unless both have another e-mail or both a customer number', () => {
  const byPhone: One = { key: `phone:${phone}`, phone }
  expect(resolve([account, byPhone]).groups).toEqual([['merged', 'automatic', [`phone ${phone}`], [0, 1]]])
  const withOtherEmail: One = { key: 'email:b@voorbeeld.nl', email: 'b@voorbeeld.nl', phone }
  expect(resolve([account, withOtherEmail])).toEqual({ persons: [0, 1], groups: [['suggested', 'automatic', [`phone ${phone}`], [0, 1]]] })
  const otherNumber: One = { key: 'id:8', phone }
  expect(resolve([account, otherNumber]).groups).toEqual([['suggested', 'automatic', [`phone ${phone}`], [0, 1]]])
  // Of three, nobody can tell whose the number without more is.
  expect(resolve([account, byPhone, withOtherEmail])).toEqual({ persons: [0, 1, 2], groups: [['suggested', 'automatic', [`phone ${phone}`], [0, 1, 2]]] })
})

test('the same name and postcode merge, unless e-mail, customer number or telephone say two people', () => {
  const place: One = { key: 'name-postcode:anna de vries 1234AB', name: 'ANNA  de Vries', postcode: '1234AB' }
  expect(resolve([account, place]).groups).toEqual([['merged', 'automatic', ['name-postcode anna de vries 1234AB'], [0, 1]]])
  const otherPhone: One = { key: 'phone:+31687654321', name: 'Anna de Vries', phone: '+31687654321', postcode: '1234AB' }
  expect(resolve([account, otherPhone]).groups).toEqual([['suggested', 'automatic', ['name-postcode anna de vries 1234AB'], [0, 1]]])
  expect(resolve([account, { ...place, postcode: '1234AC' }]).groups).toEqual([])
  expect(resolve([{ key: 'name:anna', name: 'Anna' }, { key: 'id:9', name: 'Anna' }]).groups).toEqual([])
})

test('what was merged by a stronger key counts against a weaker one', () => {
  // The guest has the account's e-mail and so its e-mail: another with an e-mail of their own at the same address is somebody else.
  const sameNumber: One = { key: 'email:b@voorbeeld.nl', name: 'Anna de Vries', email: 'b@voorbeeld.nl', postcode: '1234AB' }
  expect(resolve([{ ...account, postcode: '' }, { ...guest, name: 'Anna de Vries', postcode: '1234AB' }, sameNumber])).toEqual({
    persons: [0, 0, 2],
    groups: [['suggested', 'automatic', ['name-postcode anna de vries 1234AB'], [0, 2]], ['merged', 'automatic', [`email ${email}`], [0, 1]]],
  })
})

test('aliases of marketplaces, shared addresses and numbers of one digit merge nobody', () => {
  const aliases = ['x7@marketplace.amazon.nl', 'abc@verkopen.bol.com', 'q@members.ebay.co.uk', 'y@etsy.com', 'no-reply@shop.nl', 'geen@shop.nl', 'none@none', 'zonder adres', '@', '']
  expect(aliases.map(personalEmail)).toEqual(aliases.map(() => null))
  expect(personalEmail(" 'Anna@Example.NL ")).toBe('anna@example.nl')
  expect(resolve(['id:1', 'id:2'].map((key) => ({ key, email: 'x7@marketplace.amazon.nl' }))).groups).toEqual([])

  const atTheShop = ['Anna', 'Bob', 'Cees', 'Dirk'].map((name, i): One => ({ key: `id:${i}`, name, email: 'info@winkel.nl' }))
  expect(resolve(atTheShop)).toEqual({ persons: [0, 1, 2, 3], groups: [['suggested', 'automatic', ['email info@winkel.nl'], [0, 1, 2, 3]]] })
  expect(resolve(atTheShop.slice(1)).persons).toEqual([0, 0, 0])
})

test('the owner’s word counts before all else, and can be taken back', () => {
  const two: One[] = [account, { key: 'email:b@voorbeeld.nl', email: 'b@voorbeeld.nl', phone }]
  expect(resolve(two, { [`phone ${phone}`]: 'merge' })).toEqual({ persons: [0, 0], groups: [['merged', 'decided', [`phone ${phone}`], [0, 1]]] })
  expect(resolve([account, guest], { [`email ${email}`]: 'separate' })).toEqual({ persons: [0, 1], groups: [['separate', 'decided', [`email ${email}`], [0, 1]]] })
  expect(resolve([account, guest]).persons).toEqual([0, 0])
})

test('who was kept apart is not brought together by something found later', () => {
  const first: One = { key: 'phone:+31612345678', name: 'Anna de Vries', phone, postcode: '1234AB' }
  const second: One = { key: 'id:9', name: 'Anna de Vries', phone, postcode: '1234AB' }
  expect(resolve([first, second], { [`phone ${phone}`]: 'separate' })).toEqual({
    persons: [0, 1],
    groups: [['suggested', 'automatic', ['name-postcode anna de vries 1234AB'], [0, 1]], ['separate', 'decided', [`phone ${phone}`], [0, 1]]],
  })
})

test('everything two people have in common is one group', () => {
  const twin: One = { ...account, key: 'id:8', email: 'b@voorbeeld.nl' }
  expect(resolve([account, twin]).groups).toEqual([['suggested', 'automatic', [`phone ${phone}`, 'name-postcode anna de vries 1234AB'], [0, 1]]])
})

test('links: the worked example of the documentation; nobody is linked to themselves', () => {
  const emails = ['a@x.nl', 'b@x.nl', 'A@x.nl'].map((one, i): One => ({ key: `id:${i}`, email: one }))
  expect(findLinks(evidenceOf(customersOf(emails)))).toEqual([{ kind: 'email', value: 'a@x.nl', customers: [0, 2] }])
  expect(findLinks(evidenceOf(customersOf([account])))).toEqual([])
  expect(customerKey('name', 'Anna de Vries', '1234AB')).toBe('name-postcode:anna de vries 1234AB')
})

test('B5: whoever comes first, the same customers are one; time grows with their number', () => {
  const many = Array.from({ length: 20_000 }, (_, i): One[] => {
    const own = `k${i}@voorbeeld.nl`
    return [{ key: `id:${i}`, name: `Klant ${i}`, email: own, phone: `+316${String(i).padStart(8, '0')}`, postcode: '1234AB' }, { key: `email:${own}`, email: own }, { key: `phone:+316${String(i).padStart(8, '0')}`, phone: `+316${String(i).padStart(8, '0')}` }]
  }).flat()
  const { persons, links } = resolveIdentity(customersOf(many), new Map())
  expect(links.length).toBe(40_000)
  expect(persons.every((person, row) => person === row - (row % 3))).toBe(true)
})
