import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateSampleShopCsv } from '../../../shared/sample-shop/generate.ts'
import type { EngineContext } from '../context.ts'
import { markAsSample } from '../database/settings-store.ts'
import { readPreferences } from '../files/preferences-file.ts'
import { importFile } from './imports/import-file.ts'

/** Makes the sample shop where it is not there yet: its sales come in as a file, the way an owner's do. */
export async function ensureSampleShop(context: EngineContext): Promise<void> {
  await context.importsInTurn(async () => {
    const connection = await context.workspace.connection('sample')
    if (await connection.get('SELECT 1 FROM batch WHERE undone_at IS NULL')) return
    const { language } = await readPreferences(context.preferencesFile)
    const folder = await mkdtemp(join(tmpdir(), 'stamgast-sample-'))
    try {
      const path = join(folder, language === 'nl' ? 'voorbeeldwinkel.csv' : 'sample-shop.csv')
      await writeFile(path, generateSampleShopCsv(language ?? 'en'))
      await connection.transaction(markAsSample)
      await context.jobs.run('sample-shop', (signal, jobId) => importFile({ connection, file: { path }, jobId, signal }, context))
    } finally {
      await rm(folder, { recursive: true })
    }
  })
}
