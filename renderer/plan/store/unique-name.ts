/** The name itself, or with the first number from 2 that no other scenario has: 'Bundle', 'Bundle 2', 'Bundle 3'. */
export function uniqueName(name: string, taken: readonly string[]): string {
  const base = name.replace(/ \d+$/, '')
  const isFree = (candidate: string) => !taken.includes(candidate)
  if (isFree(name)) return name
  let number = 2
  while (!isFree(`${base} ${number}`)) number += 1
  return `${base} ${number}`
}
