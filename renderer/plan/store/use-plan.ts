import { call } from '../../api.ts'
import { i18n } from '../../i18n.ts'
import { createPlanStore } from './plan-store.ts'

export const usePlan = createPlanStore({ call, nameOf: (strategy) => i18n.t(`plan:strategies.${strategy}.name`) })
