/** The native menu, in the owner's language. What concerns the page is passed on to it as a command. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { AppEvents } from '../../shared/contract/index.ts'
import { en, nl, type Language } from '../../shared/i18n/index.ts'

type Command = AppEvents['menu:command']['command']

export type MenuActions = {
  readonly command: (command: Command) => void
  readonly openLogs: () => void
}

/** The owner's choice, else the computer's language; English where it is neither Dutch nor English. */
export function languageOf(chosen: Language | null, locale: string): Language {
  return chosen ?? (locale.toLowerCase().startsWith('nl') ? 'nl' : 'en')
}

export function setMenu(language: Language, { command, openLogs }: MenuActions): void {
  const text = { en, nl }[language].menu
  const send = (id: Command, label: string, accelerator?: string): MenuItemConstructorOptions =>
    ({ id, label, ...(accelerator ? { accelerator } : {}), click: () => command(id) })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const isMac = process.platform === 'darwin'

  const ofTheApp: MenuItemConstructorOptions = {
    label: 'Stamgast',
    submenu: [send('about', text.about), separator, { role: 'hide', label: text.hide }, separator, { role: 'quit', label: text.quit }],
  }
  Menu.setApplicationMenu(Menu.buildFromTemplate([
    ...(isMac ? [ofTheApp] : []),
    {
      label: text.file,
      submenu: [
        send('import', text.openSalesFile, 'CmdOrCtrl+O'),
        send('save-pdf', text.savePdf, 'CmdOrCtrl+P'),
        ...(isMac ? [] : [separator, { role: 'quit', label: text.quit } as const]),
      ],
    },
    {
      label: text.edit,
      submenu: [
        { role: 'undo', label: text.undo }, { role: 'redo', label: text.redo }, separator,
        { role: 'cut', label: text.cut }, { role: 'copy', label: text.copy }, { role: 'paste', label: text.paste },
        { role: 'selectAll', label: text.selectAll }, separator,
        send('find', text.find, 'CmdOrCtrl+F'),
      ],
    },
    {
      label: text.view,
      submenu: [
        send('customers', text.customers, 'CmdOrCtrl+1'), send('plan', text.plan, 'CmdOrCtrl+2'),
        send('data', text.data, 'CmdOrCtrl+3'), send('settings', text.settings, 'CmdOrCtrl+4'), separator,
        { role: 'reload', label: text.reload }, { role: 'resetZoom', label: text.actualSize },
        { role: 'zoomIn', label: text.zoomIn }, { role: 'zoomOut', label: text.zoomOut }, separator,
        { role: 'togglefullscreen', label: text.fullScreen },
      ],
    },
    {
      label: text.help,
      submenu: [...(isMac ? [] : [send('about', text.about)]), { id: 'open-logs', label: text.openLogs, click: openLogs }],
    },
  ]))
}
