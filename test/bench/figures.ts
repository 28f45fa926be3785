/** Prints one figure as one line of JSON. */
export function printFigure(figure: { bench: string; figure: string; value: number; unit: string; baseline?: number; ratio?: number; note?: string }): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[sorted.length >> 1] ?? Number.NaN
}
