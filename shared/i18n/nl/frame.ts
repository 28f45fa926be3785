import type { frame as english } from '../en/frame.ts'
import type { Messages } from '../messages.ts'

export const frame = {
} satisfies Messages<typeof english>
