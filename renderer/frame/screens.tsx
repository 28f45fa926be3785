import { lazy } from 'react'
import { assertNever } from '../../shared/result.ts'
import { CustomersScreen } from '../customers/CustomersScreen.tsx'
import { DataScreen } from '../data/DataScreen.tsx'
import { SettingsScreen } from '../settings/SettingsScreen.tsx'
import type { ScreenName } from './route-store.ts'

// The charts are the heaviest part of the window; nobody waits for them before asking for them.
const PlanScreen = lazy(async () => ({ default: (await import('../plan/PlanScreen.tsx')).PlanScreen }))

/** Which component shows which screen. */
export function CurrentScreen({ screen }: { readonly screen: ScreenName }) {
  switch (screen) {
    case 'customers': return <CustomersScreen />
    case 'plan': return <PlanScreen />
    case 'data': return <DataScreen />
    case 'settings': return <SettingsScreen />
    default: return assertNever(screen)
  }
}
