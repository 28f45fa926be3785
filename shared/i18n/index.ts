import { customers } from './en/customers.ts'
import { data } from './en/data.ts'
import { errors } from './en/errors.ts'
import { exports } from './en/exports.ts'
import { forecast } from './en/forecast.ts'
import { frame } from './en/frame.ts'
import { identity } from './en/identity.ts'
import { menu } from './en/menu.ts'
import { plan } from './en/plan.ts'
import { quality } from './en/quality.ts'
import { records } from './en/records.ts'
import { revenue } from './en/revenue.ts'
import { rows } from './en/rows.ts'
import { segments } from './en/segments.ts'
import { settings } from './en/settings.ts'
import { source } from './en/source.ts'
import type { Messages } from './messages.ts'
import { customers as klanten } from './nl/customers.ts'
import { data as gegevens } from './nl/data.ts'
import { errors as fouten } from './nl/errors.ts'
import { exports as uitvoer } from './nl/exports.ts'
import { forecast as schatting } from './nl/forecast.ts'
import { frame as kader } from './nl/frame.ts'
import { identity as dezelfde } from './nl/identity.ts'
import { menu as menubalk } from './nl/menu.ts'
import { plan as plannen } from './nl/plan.ts'
import { quality as kwaliteit } from './nl/quality.ts'
import { records as lijsten } from './nl/records.ts'
import { revenue as omzet } from './nl/revenue.ts'
import { rows as regels } from './nl/rows.ts'
import { segments as klantgroepen } from './nl/segments.ts'
import { settings as instellingen } from './nl/settings.ts'
import { source as bron } from './nl/source.ts'

/** One namespace per screen, plus the frame around them and the errors of every part. */
export const en = { frame, customers, plan, data, settings, exports, errors, menu, records, quality, source, identity, rows, revenue, segments, forecast } as const
export const nl: Messages<typeof en> = {
  frame: kader, customers: klanten, plan: plannen, data: gegevens, settings: instellingen, exports: uitvoer, errors: fouten, menu: menubalk, records: lijsten,
  quality: kwaliteit, source: bron, identity: dezelfde,
  rows: regels, revenue: omzet, segments: klantgroepen, forecast: schatting,
}
export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]
