export type LabelGroup =
  /** Written as it was found first. */
  | { readonly kind: 'label'; readonly label: string }
  /** So many labels that each have fewer customers. */
  | { readonly kind: 'others'; readonly labels: number }
  | { readonly kind: 'unlabeled' }

export type LabelGroups = {
  readonly groups: readonly LabelGroup[]
  /** Position in `groups`, one per customer. */
  readonly groupOf: Int32Array
}

/**
 * What makes two labels the same: they are typed in different lists, so that case and spaces do not count. `null` for an empty one.
 * Example: ' Google  Ads' and 'google ads' are 'google ads'.
 */
export function labelKey(label: string | null): string | null {
  const key = (label ?? '').normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()
  return key === '' ? null : key
}

/** The key of every label; each spelling is looked at once, because few labels are said of many customers. Example: 'A ', 'a' and nothing are 'a', 'a' and `null`. */
export function labelKeys(labels: readonly (string | null)[]): (string | null)[] {
  const known = new Map<string | null, string | null>()
  for (const label of labels) if (!known.has(label)) known.set(label, labelKey(label))
  return labels.map((label) => known.get(label) ?? null)
}

/**
 * Groups customers by label: the `most` labels with most buying customers (of equals the first in the alphabet) and those whose key is in `always`, then all others
 * together, then who has no label. `firstDay` is -1 for who never bought: they go with their label but do not make one. A missing label is none.
 * Example: labels a, b, B and nothing with `most` 1: groups b (2 customers), others (1 label) and unlabeled.
 */
export function groupByLabel(labels: readonly (string | null)[], firstDay: Int32Array, most: number, always: ReadonlySet<string> = new Set()): LabelGroups {
  const keyOfLabel = labelKeys(labels)
  const keys = Array.from(firstDay, (_, row) => keyOfLabel[row] ?? null)
  const found = new Map<string, { readonly key: string; readonly label: string; customers: number }>()
  keys.forEach((key, row) => {
    if (key === null || firstDay[row] === -1) return
    const known = found.get(key)
    if (known) known.customers++
    else found.set(key, { key, label: (labels[row] ?? '').trim(), customers: 1 })
  })
  const ranked = [...found.values()].sort((a, b) => b.customers - a.customers || (a.key < b.key ? -1 : 1))
  const shown = ranked.filter(({ key }, rank) => rank < most || always.has(key))
  const groups: LabelGroup[] = shown.map(({ label }) => ({ kind: 'label', label }))
  const positions = new Map(shown.map(({ key }, at) => [key, at]))
  const others = shown.length < ranked.length ? groups.push({ kind: 'others', labels: ranked.length - shown.length }) - 1 : -1
  const isUnlabeled = (key: string | null) => key === null || !found.has(key)
  const unlabeled = keys.some(isUnlabeled) ? groups.push({ kind: 'unlabeled' }) - 1 : -1
  return { groups, groupOf: Int32Array.from(keys, (key) => (key === null || isUnlabeled(key) ? unlabeled : positions.get(key) ?? others)) }
}
