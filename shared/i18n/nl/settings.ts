import type { settings as english } from '../en/settings.ts'
import type { Messages } from '../messages.ts'

export const settings = {
} satisfies Messages<typeof english>
