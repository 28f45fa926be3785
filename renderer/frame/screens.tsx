import { assertNever } from '../../shared/result.ts'
import { CustomersScreen } from '../customers/CustomersScreen.tsx'
import { DataScreen } from '../data/DataScreen.tsx'
import { PlanScreen } from '../plan/PlanScreen.tsx'
import { SettingsScreen } from '../settings/SettingsScreen.tsx'
import type { ScreenName } from './route-store.ts'

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
