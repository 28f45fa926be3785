import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/result.ts'
import type { FileSource } from './files/file-source.ts'

/** Which file a token stands for. Paths come from a dialog, a drop or the command line, never from a page. */
export type FileGrants = {
  readonly grant: (token: string, path: string, entry?: string) => void
  /** A new token for what was found inside something the owner gave. */
  readonly grantInside: (source: FileSource) => string
  readonly sourceOf: (token: string) => FileSource
  readonly pathOf: (token: string) => string
}

export function createFileGrants(): FileGrants {
  const sources = new Map<string, FileSource>()
  const sourceOf = (token: string) => {
    const source = sources.get(token)
    if (source === undefined) throw new AppError('file-not-known')
    return source
  }
  return {
    grant: (token, path, entry) => { sources.set(token, { path, entry }) },
    grantInside(source) {
      const token = randomUUID()
      sources.set(token, source)
      return token
    },
    sourceOf,
    pathOf: (token) => sourceOf(token).path,
  }
}
