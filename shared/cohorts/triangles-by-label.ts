import { type CohortInput, type CohortTriangle, trianglesOf } from './cohort-triangle.ts'
import { groupByLabel, type LabelGroup } from './label-groups.ts'

/**
 * The cohort triangle of each channel, first product or whatever else is said of a customer (F20): of the `most` labels with most customers, of all others
 * together, and of who has none. `labels` holds one per customer of the ledger. Together they are the whole triangle, cell by cell.
 * A group of nobody is not there. Example: labels Google, google and nothing: a triangle of two customers, and one of one.
 */
export function cohortTrianglesByLabel(input: CohortInput, labels: readonly (string | null)[], most: number): { readonly group: LabelGroup; readonly triangle: CohortTriangle }[] {
  const { groups, groupOf } = groupByLabel(labels, input.summary.firstDay, most)
  return trianglesOf(input, groupOf, groups.length).map((triangle, at) => ({ group: groups[at]!, triangle }))
}
