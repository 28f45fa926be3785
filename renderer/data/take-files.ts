import { call, pathOf } from '../api.ts'
import { notifyFailure } from '../frame/notices-store.ts'
import { useRoute } from '../frame/route-store.ts'
import type { PickedFile } from './import-state.ts'
import { useImport } from './stores.ts'

/** Wherever a file comes from, it is read on the Data screen. */
export function offerFiles(files: readonly PickedFile[]): void {
  if (files.length === 0) return
  useRoute.getState().goTo('data')
  void useImport.getState().offer(files)
}

/** Takes in what was dropped; what is no file on a disk (a picture out of a web page, say) is refused in words. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  const picked: PickedFile[] = []
  for (const file of files) {
    try {
      picked.push({ file: await pathOf(file), fileName: file.name })
    } catch {
      notifyFailure({ code: 'file-not-known' })
    }
  }
  offerFiles(picked)
}

/** Opens the computer's own dialog: for files, or for a folder with files in it. */
export async function pickFiles(purpose: 'import' | 'import-folder' = 'import'): Promise<void> {
  const picked = await call('shell:pick-files', { purpose })
  if (picked.ok) offerFiles(picked.value.files)
  else notifyFailure(picked.error)
}
