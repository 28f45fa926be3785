/** Months by their names in Dutch, English, German and French, full and short, lower-case and without accents. */
const NAMES: readonly (readonly string[])[] = [
  ['jan', 'january', 'januari', 'januar', 'janvier', 'janv', 'janner'],
  ['feb', 'february', 'februari', 'februar', 'fevrier', 'fevr', 'fev', 'febr'],
  ['mar', 'march', 'maart', 'mrt', 'marz', 'maerz', 'mars', 'mrz'],
  ['apr', 'april', 'avril', 'avr'],
  ['may', 'mei', 'mai'],
  ['jun', 'june', 'juni', 'juin'],
  ['jul', 'july', 'juli', 'juillet', 'juil'],
  ['aug', 'august', 'augustus', 'aout'],
  ['sep', 'sept', 'september', 'septembre'],
  ['oct', 'okt', 'october', 'oktober', 'octobre'],
  ['nov', 'november', 'novembre'],
  ['dec', 'dez', 'december', 'dezember', 'decembre'],
]

const MONTHS = new Map(NAMES.flatMap((names, index) => names.map((name) => [name, index + 1] as const)))

/** The month (1-12) of a name, `null` where it is none. */
export function monthOf(name: string): number | null {
  return MONTHS.get(name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()) ?? null
}
