import { useState } from 'react'
import type { ExportLayout } from '../../../shared/contract/exports.ts'
import type { RequestInput } from '../../../shared/contract/index.ts'
import { call } from '../../api.ts'
import { createFormat } from '../../format.ts'
import { notify, notifyFailure } from '../../frame/notices-store.ts'
import { useSettings } from '../../frame/settings-store.ts'
import { i18n } from '../../i18n.ts'

export type SavedTable = RequestInput<'exports:save'>['table']

const LONGEST_NAME = 80

/** The name to suggest: what the table is, and the day it was saved. What cannot stand in the name of a file on Windows is left out. */
export function suggestedName(name: string, today: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const plain = name.replaceAll(/[\\/:*?"<>|]/g, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_NAME)
  return `${plain} ${today.getFullYear()}-${two(today.getMonth() + 1)}-${two(today.getDate())}`
}

/** Asks where to, saves, and says where it went; closing the dialog is no failure. */
async function saveTable(table: SavedTable, layout: ExportLayout, name: string): Promise<void> {
  const { settings, language, save } = useSettings.getState()
  const place = await call('shell:pick-save-file', { suggestedName: suggestedName(name, new Date()), layout })
  if (!place.ok) return notifyFailure(place.error)
  const { file, fileName } = place.value
  if (file === null) return
  const saved = await call('exports:save', { table, layout, language, file })
  if (!saved.ok) return notifyFailure(saved.error)
  const { rows } = saved.value
  notify('success', i18n.t('exports:saved', { file: fileName, count: rows, rows: createFormat(language, settings.currency).number(rows) }))
  if (settings.exportLayout !== layout) await save({ exportLayout: layout })
}

export function useSaving() {
  const [isSaving, setSaving] = useState(false)
  const save = async (table: SavedTable, layout: ExportLayout, name: string): Promise<void> => {
    setSaving(true)
    await saveTable(table, layout, name)
    setSaving(false)
  }
  return { isSaving, save }
}
