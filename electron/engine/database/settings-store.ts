import type { Settings } from '../../../shared/contract/settings.ts'
import type { Reader, Writer } from './connection.ts'

/** What belongs to the business and so to its workspace; the rest belongs to the person. */
export type WorkspaceSettings = Omit<Settings, 'language' | 'theme' | 'exportLayout'>

export const defaultWorkspaceSettings: WorkspaceSettings = {
  businessName: '',
  currency: 'EUR',
  contributionMarginRate: null,
  annualDiscountRate: 0.1,
  horizonMonths: 24,
  hourlyRateCents: 2500,
}

async function readValue(reader: Reader, key: string): Promise<string | undefined> {
  const row = await reader.get<{ value: string }>('SELECT value FROM setting WHERE key = ?', [key])
  return row?.value
}

async function writeValue(writer: Writer, key: string, value: string): Promise<void> {
  await writer.run('INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2', [key, value])
}

export async function readWorkspaceSettings(reader: Reader): Promise<WorkspaceSettings> {
  const stored = await readValue(reader, 'settings')
  return { ...defaultWorkspaceSettings, ...(stored === undefined ? {} : JSON.parse(stored) as Partial<WorkspaceSettings>) }
}

export async function writeWorkspaceSettings(writer: Writer, settings: WorkspaceSettings): Promise<void> {
  await writeValue(writer, 'settings', JSON.stringify(settings))
}

/** Whether this file holds the generated shop; it stays with the file, wherever that is moved. */
export async function readIsSample(reader: Reader): Promise<boolean> {
  return (await readValue(reader, 'is_sample')) === '1'
}

export async function markAsSample(writer: Writer): Promise<void> {
  await writeValue(writer, 'is_sample', '1')
}

/** Whether some orders are stored under their number and day, because the shop's numbering started again. */
export async function readNumbersRestart(reader: Reader): Promise<boolean> {
  return (await readValue(reader, 'numbers_restart')) === '1'
}

export async function markNumbersAsRestarted(writer: Writer): Promise<void> {
  await writeValue(writer, 'numbers_restart', '1')
}

/** Counts every change of what counts as sales and of who bought: what was computed from an older version is out of date. */
export async function readSalesVersion(reader: Reader): Promise<number> {
  return Number((await readValue(reader, 'sales_version')) ?? 0)
}

/** To be called in each transaction that changes sales; answers the new data version. */
export async function nextSalesVersion(writer: Writer): Promise<number> {
  await writeValue(writer, 'sales_version', String((await readSalesVersion(writer)) + 1))
  return nextDataVersion(writer)
}

/** Counts every change of sales or settings, for whoever shows them. */
export async function readDataVersion(reader: Reader): Promise<number> {
  return Number((await readValue(reader, 'data_version')) ?? 0)
}

export async function nextDataVersion(writer: Writer): Promise<number> {
  const version = (await readDataVersion(writer)) + 1
  await writeValue(writer, 'data_version', String(version))
  return version
}
