/** The column, 0 for the first, that a cell's name begins with; -1 where it names none. Example: `cellColumn('AB12')` is 27. */
export function cellColumn(name: string): number {
  let column = 0
  for (let index = 0; index < name.length; index++) {
    const letter = name.charCodeAt(index) | 32
    if (letter < 97 || letter > 122) break
    column = column * 26 + letter - 96
  }
  return column - 1
}
