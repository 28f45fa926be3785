/** Names and paths of files, where they come in and where they go out. */
import { statSync } from 'node:fs'
import { basename, extname, resolve } from 'node:path'
import type { FileGrants } from './file-grants.ts'

const openable = new Set(['.csv', '.tsv', '.txt', '.xlsx', '.xlsm', '.zip'])

/** The sales files among the arguments of a start (a double click in the file manager), as whole paths; what is a switch, a folder or not there is left out. */
export function filesAmong(args: readonly string[], folder: string): string[] {
  return args
    .filter((arg) => !arg.startsWith('-') && openable.has(extname(arg).toLowerCase()))
    .map((arg) => resolve(folder, arg))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
}

/** What the window is told of files that were picked or opened. */
export function grantFiles(paths: readonly string[], grant: FileGrants['grant']): { file: string; fileName: string }[] {
  return paths.flatMap((path) => {
    const file = grant(path)
    return file === null ? [] : [{ file, fileName: basename(path) }]
  })
}

/** A name that no system refuses and that leads to no other folder, with this ending. */
export function safeFileName(name: string, ending: 'pdf' | 'csv' | 'xlsx'): string {
  const plain = name.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replaceAll(/\s+/g, ' ').replaceAll(/^[ .]+|[ .]+$/g, '')
  return `${(plain || 'Stamgast').replace(/\.(?:pdf|csv|xlsx)$/i, '')}.${ending}`
}
