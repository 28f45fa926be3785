/** Addresses that marketplaces give out instead of the buyer's own: per order or per buyer, and nobody's outside that marketplace. */
const RELAYS = /@(?:[\w-]+\.)*(?:marketplace\.amazon\.[a-z.]+|verkopen\.bol\.com|members\.ebay\.[a-z.]+|etsy\.com|allegromail\.pl|guest\.booking\.com|guest\.airbnb\.com)$/u
/** What stands where an address was asked for and not given. */
const NOBODY = /^(?:no-?reply|donotreply|geen(?:-?e?-?mail)?|none|null|unknown|onbekend|guest|gast|anoniem|anonymous)@|@(?:none|null|unknown|example|invalid|localhost)(?:\.invalid)?$/u

/**
 * An e-mail address in one way of writing. `null` where it does not tell a person: no address at all, an alias a marketplace made up
 * (Amazon, bol.com, eBay, Etsy and the like), or an address that nobody reads.
 *
 * Example: `personalEmail(' Anna@Example.NL ')` is 'anna@example.nl'; `personalEmail('x7@marketplace.amazon.nl')` is null.
 */
export function personalEmail(text: string): string | null {
  const plain = text.replace(/^[\s']+/u, '').trimEnd().toLowerCase()
  return /^[^\s@]+@[^\s@]+$/u.test(plain) && !RELAYS.test(plain) && !NOBODY.test(plain) ? plain : null
}
