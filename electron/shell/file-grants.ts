/** Paths stay on this side: the window gets a token for each file the owner picked, dropped or opened. */
import { randomUUID } from 'node:crypto'
import { isAbsolute } from 'node:path'

type Grant = { readonly token: string; readonly path: string }

/** The engine that starts after a crash is told of these again, so that the same token works once more. */
const remembered = 1000

export function createFileGrants(tellEngine: (grant: Grant) => void) {
  const grants: Grant[] = []

  /** A new token for a path; `null` for what is no path of a file on disk. */
  function grant(path: unknown): string | null {
    if (typeof path !== 'string' || !isAbsolute(path) || path.includes('\0')) return null
    const grant = { token: randomUUID(), path }
    grants.push(grant)
    if (grants.length > remembered) grants.shift()
    tellEngine(grant)
    return grant.token
  }

  return { grant, all: (): readonly Grant[] => grants }
}

export type FileGrants = ReturnType<typeof createFileGrants>
