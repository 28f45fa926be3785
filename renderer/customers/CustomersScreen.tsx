import { useCustomers } from './customers-store.ts'
import { CustomerPage } from './detail/CustomerPage.tsx'
import { RankingPage } from './ranking/RankingPage.tsx'

/** The ranking, or one customer of it. */
export function CustomersScreen() {
  const openCustomerId = useCustomers((state) => state.openCustomerId)
  return openCustomerId === null ? <RankingPage /> : <CustomerPage key={openCustomerId} customerId={openCustomerId} />
}
