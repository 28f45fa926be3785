import { join } from 'node:path'
import type { Connection } from './database/connection.ts'
import { openWorkspaceFile } from './files/workspace-file.ts'

export type WorkspaceKind = 'own' | 'sample'

/** The owner's file and the sample shop's, each opened when first needed; one of them is on screen. */
export type Workspace = {
  readonly current: () => WorkspaceKind
  readonly show: (kind: WorkspaceKind) => void
  /** Opens again what could not be opened before: the owner may have closed the other program meanwhile. */
  readonly connection: (kind?: WorkspaceKind) => Promise<Connection>
  readonly close: () => Promise<void>
}

export function createWorkspace(dataFolder: string, ownFile = join(dataFolder, 'stamgast.db'), first: WorkspaceKind = 'own'): Workspace {
  const paths = { own: ownFile, sample: join(dataFolder, 'sample.db') } as const
  const open = new Map<WorkspaceKind, Promise<Connection>>()
  let shown = first

  const connection = (kind: WorkspaceKind = shown) => {
    const known = open.get(kind)
    if (known) return known
    const opening = openWorkspaceFile(paths[kind])
    open.set(kind, opening)
    opening.catch(() => open.delete(kind))
    return opening
  }
  return {
    current: () => shown,
    show: (kind) => { shown = kind },
    connection,
    async close() {
      const opened = await Promise.allSettled(open.values())
      open.clear()
      for (const one of opened) if (one.status === 'fulfilled') await one.value.close()
    },
  }
}
