import type { ValuedCustomers } from '../../clv/valued-customers.ts'
import type { ClvMethod, CustomerStage } from '../../contract/customers.ts'
import { customerStages } from '../customer-stage.ts'
import { segmentsOf, type Segmentation } from './segment.ts'

/**
 * Customers by where they stand (customer-stage.ts), valued by the method, in the order of the contract. Everyone is in one, also who
 * only brought things back (`lapsed`), so that the totals add up to the customer equity (F17).
 * Example: nobody at all: five segments of nobody, averages `null`.
 */
export function segmentsByStage(valued: ValuedCustomers, method: ClvMethod): Segmentation<CustomerStage> {
  return segmentsOf(valued, method, customerStages, valued.stage)
}
