import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Settings } from '../../../shared/contract/settings.ts'
import { settings } from '../../../shared/contract/settings.ts'
import { AppError } from '../../../shared/result.ts'

/** What belongs to the person at this computer: it is known even where no workspace can be opened. */
export type Preferences = Pick<Settings, 'language' | 'theme' | 'exportLayout'>

const preferences = settings.pick({ language: true, theme: true, exportLayout: true })
const defaults: Preferences = { language: null, theme: 'system', exportLayout: null }

/** A file that is missing or unreadable gives the defaults: a lost preference must never keep the app from starting. */
export async function readPreferences(path: string): Promise<Preferences> {
  const text = await readFile(path, 'utf8').catch(() => '{}')
  try {
    return preferences.parse({ ...defaults, ...JSON.parse(text) as Partial<Preferences> })
  } catch {
    return defaults
  }
}

/** Written beside its place and moved there, so that a crash leaves the old or the new, never half. */
export async function writePreferences(path: string, value: Preferences): Promise<void> {
  const unfinished = `${path}.writing`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(unfinished, JSON.stringify(value), { flush: true })
    await rename(unfinished, path)
  } catch (error) {
    throw new AppError('workspace-not-writable', error instanceof Error && 'code' in error ? String(error.code) : undefined)
  }
}
