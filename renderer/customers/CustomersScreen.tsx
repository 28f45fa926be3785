import { useEffect } from 'react'
import { useRoute } from '../frame/route-store.ts'
import { useCustomers } from './customers-store.ts'
import { CustomerPage } from './detail/CustomerPage.tsx'
import { RankingPage } from './ranking/RankingPage.tsx'

/** The ranking, or one customer of it. */
export function CustomersScreen() {
  const openCustomerId = useCustomers((state) => state.openCustomerId)
  const leave = useCustomers((state) => state.leave)
  const wantsSearch = useRoute((state) => state.wantsSearch)
  useEffect(() => { if (wantsSearch) leave() }, [wantsSearch, leave])
  return openCustomerId === null ? <RankingPage /> : <CustomerPage key={openCustomerId} customerId={openCustomerId} />
}
