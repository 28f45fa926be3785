import { sourcePreset, type SourcePreset } from '../../../shared/contract/data.ts'
import type { SourcePresets } from '../../../shared/import/source-preset.ts'
import type { Reader, Writer } from './connection.ts'

/** What was remembered of every source. What another version of Stamgast kept and this one cannot read is as if it were not there: the owner is asked anew. */
export async function readPresets(reader: Reader): Promise<SourcePresets> {
  const rows = await reader.all<{ signature: string; choices: string }>('SELECT signature, choices FROM source_preset')
  return Object.fromEntries(rows.flatMap(({ signature, choices }) => {
    const { success, data } = sourcePreset.safeParse(JSON.parse(choices))
    return success ? [[signature, data]] : []
  }))
}

/** Keeps what an import learned of its source, in the place of what was known before. Undoing the import leaves it. */
export async function savePreset(writer: Writer, { signature, choices }: { readonly signature: string; readonly choices: SourcePreset }, savedAt: string): Promise<void> {
  await writer.run(`INSERT INTO source_preset (signature, choices, saved_at) VALUES (?1, ?2, ?3)
    ON CONFLICT (signature) DO UPDATE SET choices = ?2, saved_at = ?3`, [signature, JSON.stringify(choices), savedAt])
}
