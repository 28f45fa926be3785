import { AppError } from '../../shared/result.ts'

/** Which file a token stands for. Paths come from a dialog, a drop or the command line, never from a page. */
export type FileGrants = {
  readonly grant: (token: string, path: string) => void
  readonly pathOf: (token: string) => string
}

export function createFileGrants(): FileGrants {
  const paths = new Map<string, string>()
  return {
    grant: (token, path) => { paths.set(token, path) },
    pathOf(token) {
      const path = paths.get(token)
      if (path === undefined) throw new AppError('file-not-known')
      return path
    },
  }
}
