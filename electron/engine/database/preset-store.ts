import { sourcePreset, type SourcePreset, type VatChoice } from '../../../shared/contract/data.ts'
import type { SourcePresets } from '../../../shared/import/source-preset.ts'
import type { Reader, Writer } from './connection.ts'

type KnownSource = { readonly signature: string; readonly choices: SourcePreset }

/** What was remembered of every source. What another version of Stamgast kept and this one cannot read is as if it were not there: the owner is asked anew. */
export async function readPresets(reader: Reader): Promise<SourcePresets> {
  const rows = await reader.all<{ signature: string; choices: string }>('SELECT signature, choices FROM source_preset')
  return Object.fromEntries(rows.flatMap(({ signature, choices }) => {
    const { success, data } = sourcePreset.safeParse(JSON.parse(choices))
    return success ? [[signature, data]] : []
  }))
}

/** Keeps what an import learned of its source, in the place of what was known before. Undoing the import leaves it. */
export async function savePreset(writer: Writer, batchId: number, { signature, choices }: KnownSource, savedAt: string): Promise<void> {
  await writer.run('UPDATE batch SET source_signature = ? WHERE batch_id = ?', [signature, batchId])
  await writePreset(writer, { signature, choices }, savedAt)
}

/** Keeps what was said of a batch's VAT for later files of its source; without an answer they are asked again. */
export async function savePresetVat(writer: Writer, batchId: number, vat: VatChoice | null, savedAt: string): Promise<void> {
  const batch = await writer.get<{ signature: string | null }>('SELECT source_signature AS signature FROM batch WHERE batch_id = ?', [batchId])
  if (!batch?.signature) return
  const { vat: _before, ...choices } = (await readPresets(writer))[batch.signature] ?? {}
  await writePreset(writer, { signature: batch.signature, choices: { ...choices, ...(vat === null ? {} : { vat }) } }, savedAt)
}

async function writePreset(writer: Writer, { signature, choices }: KnownSource, savedAt: string): Promise<void> {
  await writer.run(`INSERT INTO source_preset (signature, choices, saved_at) VALUES (?1, ?2, ?3)
    ON CONFLICT (signature) DO UPDATE SET choices = ?2, saved_at = ?3`, [signature, JSON.stringify(choices), savedAt])
}
