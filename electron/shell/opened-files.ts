/** Files named on the command line, as a double click in the file manager does. */
import { statSync } from 'node:fs'
import { extname, resolve } from 'node:path'

const openable = new Set(['.csv', '.tsv', '.txt'])

/** The sales files among the arguments, as whole paths; what is a switch, a folder or not there is left out. */
export function filesAmong(args: readonly string[], folder: string): string[] {
  return args
    .filter((arg) => !arg.startsWith('-') && openable.has(extname(arg).toLowerCase()))
    .map((arg) => resolve(folder, arg))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
}
