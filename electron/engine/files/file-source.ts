import { basename, relative, sep } from 'node:path'

/** Where the bytes of a file are: on the disk, or under a name inside a zip file there. */
export type FileSource = {
  readonly path: string
  /** The name inside the zip file at `path`. */
  readonly entry?: string | undefined
  /** The folder that the owner gave, with the file somewhere in it. */
  readonly folder?: string | undefined
}

/** What the owner sees a file called: `orders.zip › januari.csv`. */
export function sourceName({ path, entry, folder }: FileSource): string {
  const places = folder === undefined ? [basename(path)] : [basename(folder), relative(folder, path).replaceAll(sep, '/')]
  return [...places, ...(entry === undefined ? [] : [entry])].join(' › ')
}
