/** One plain text file for when something went wrong. It holds codes and places in the program, never anyone's data. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const largestBytes = 1_000_000

export type Log = (what: string, detail?: string) => void

/** A log in `folder`; when it has grown large it starts anew and the former one is kept beside it. */
export function openLog(folder: string): Log {
  const file = join(folder, 'stamgast.log')
  mkdirSync(folder, { recursive: true })
  return (what, detail) => {
    const line = [new Date().toISOString(), what, detail].filter(Boolean).join(' ').replaceAll(/[\r\n]+/g, ' ')
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestBytes) renameSync(file, `${file}.old`)
      appendFileSync(file, `${line}\n`)
    } catch {
      // A full or read-only disk must not stop the app over its log.
    }
  }
}

/** Where an error happened, without its message: a message may quote what was in a file. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frame = error.stack?.split('\n').find((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))?.trim() ?? ''
  return `${error.name} ${frame}`
}
