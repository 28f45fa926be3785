import { useEffect, useRef } from 'react'
import { assertNever } from '../../shared/result.ts'
import { DataPages } from './DataPages.tsx'
import type { ImportFlow } from './import-state.ts'
import { ImportProgress } from './ImportProgress.tsx'
import { Preview } from './preview/Preview.tsx'
import { ReadingFile, UnreadableFile } from './ReadingFile.tsx'
import { ImportResult } from './result/ImportResult.tsx'
import { useImport } from './stores.ts'

/** One file on its way in, or everything that came in before. */
export function DataScreen() {
  const flow = useImport((state) => state.flow)
  const screen = useRef<HTMLDivElement>(null)
  const shownStep = useRef(flow.status)

  // A step replaces the whole page: who uses the keyboard or a screen reader starts at its title.
  useEffect(() => {
    if (shownStep.current === flow.status) return
    shownStep.current = flow.status
    screen.current?.querySelector('h1')?.focus()
  }, [flow.status])

  return <div ref={screen}><Step flow={flow} /></div>
}

function Step({ flow }: { readonly flow: ImportFlow }) {
  switch (flow.status) {
    case 'idle': return <DataPages />
    case 'loading': return <ReadingFile flow={flow} />
    case 'failed': return <UnreadableFile flow={flow} />
    case 'ready': return <Preview flow={flow} />
    case 'importing': return <ImportProgress flow={flow} />
    case 'done': return <ImportResult batch={flow.batch} />
    default: return assertNever(flow)
  }
}
