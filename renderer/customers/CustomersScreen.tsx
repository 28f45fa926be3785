import { lazy, useEffect } from 'react'
import { useRoute } from '../frame/route-store.ts'
import { useCustomers } from './customers-store.ts'
import { CustomerPage } from './detail/CustomerPage.tsx'
import { RankingPage } from './ranking/RankingPage.tsx'

// It draws charts, the heaviest part of the window.
const ForecastPage = lazy(async () => ({ default: (await import('./forecast/ForecastPage.tsx')).ForecastPage }))

/** The ranking, one customer of it, or how good the forecast behind both is. */
export function CustomersScreen() {
  const { openCustomerId, isForecastOpen, leave } = useCustomers()
  const wantsSearch = useRoute((state) => state.wantsSearch)
  useEffect(() => { if (wantsSearch) leave() }, [wantsSearch, leave])
  if (isForecastOpen) return <ForecastPage />
  return openCustomerId === null ? <RankingPage /> : <CustomerPage key={openCustomerId} customerId={openCustomerId} />
}
