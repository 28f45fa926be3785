import type { data as english } from '../en/data.ts'
import type { Messages } from '../messages.ts'

export const data = {
} satisfies Messages<typeof english>
