import type { customers as english } from '../en/customers.ts'
import type { Messages } from '../messages.ts'

export const customers = {
} satisfies Messages<typeof english>
