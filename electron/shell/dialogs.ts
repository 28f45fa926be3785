/** What only the shell may do for the window: dialogs, printing, and saying what the app is. */
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { app, BrowserWindow, dialog, shell, type IpcMainInvokeEvent } from 'electron'
import { en, nl, type Language } from '../../shared/i18n/index.ts'
import { AppError } from '../../shared/result.ts'
import type { ShellHandlers } from './bridge.ts'
import { grantFiles, safeFileName } from './files.ts'
import type { FileGrants } from './file-grants.ts'

type Options = {
  readonly grant: FileGrants['grant']
  readonly language: () => Language
  readonly logsFolder: string
}

function windowOf(event: IpcMainInvokeEvent): BrowserWindow {
  const window = BrowserWindow.fromWebContents(event.sender)
  if (!window) throw new AppError('unexpected', 'the window that asked is gone')
  return window
}

/** Says why a file could not be written in words the owner can act on. */
function notWritten(error: unknown): AppError {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOSPC') return new AppError('disk-full', code)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new AppError('workspace-not-writable', code)
  return new AppError('unexpected', code)
}

export function createShellHandlers({ grant, language, logsFolder }: Options): ShellHandlers {
  const text = () => ({ en, nl })[language()].menu
  return {
    async 'shell:pick-files'({ purpose }, event) {
      const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(event), purpose === 'import-folder' ? { properties: ['openDirectory'] } : {
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: text().salesFiles, extensions: ['csv', 'tsv', 'txt', 'xlsx', 'xlsm', 'zip'] },
          { name: text().allFiles, extensions: ['*'] },
        ],
      })
      return { files: canceled ? [] : grantFiles(filePaths, grant) }
    },
    async 'shell:pick-save-file'({ suggestedName, layout }, event) {
      const ending = layout === 'xlsx' ? 'xlsx' : 'csv'
      const { canceled, filePath } = await dialog.showSaveDialog(windowOf(event), {
        defaultPath: safeFileName(suggestedName, ending),
        filters: [{ name: ending === 'xlsx' ? text().spreadsheet : text().csvFile, extensions: [ending] }],
      })
      return canceled || !filePath ? { file: null, fileName: '' } : { file: grant(filePath), fileName: basename(filePath) }
    },
    async 'shell:save-pdf'({ suggestedName }, event) {
      const { canceled, filePath } = await dialog.showSaveDialog(windowOf(event), {
        defaultPath: safeFileName(suggestedName, 'pdf'),
        filters: [{ name: text().pdfFile, extensions: ['pdf'] }],
      })
      if (canceled || !filePath) return { saved: false }
      const pdf = await event.sender.printToPDF({ pageSize: 'A4', printBackground: true })
      await writeFile(filePath, pdf).catch((error: unknown) => { throw notWritten(error) })
      return { saved: true }
    },
    'shell:about': () => ({
      appVersion: app.getVersion(),
      electron: process.versions.electron ?? '',
      isStandIn: 'standIn' in process.versions,
    }),
    async 'shell:open-logs'() {
      await shell.openPath(logsFolder)
      return {}
    },
  }
}
