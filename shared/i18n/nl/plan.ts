import type { plan as english } from '../en/plan.ts'
import type { Messages } from '../messages.ts'

export const plan = {
} satisfies Messages<typeof english>
