/** What the window looked like last time: known before the engine has started. It holds nothing about customers. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from '../../shared/contract/schema.ts'

const remembered = z.object({
  bounds: z.object({ x: z.number().int(), y: z.number().int(), width: z.number().int().min(1), height: z.number().int().min(1) }).optional(),
  isMaximized: z.boolean().default(false),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  language: z.enum(['en', 'nl']).nullable().default(null),
})
export type Remembered = z.infer<typeof remembered>
type Rectangle = NonNullable<Remembered['bounds']>

const usual = { width: 1280, height: 860 } as const

/** The remembered place, when enough of it still lies on a screen that is there; else the usual size, placed by the system. */
export function placeOnScreen(remembered: Rectangle | undefined, areas: readonly Rectangle[]): Partial<Rectangle> {
  if (!remembered) return usual
  const visible = areas.some((area) =>
    Math.min(remembered.x + remembered.width, area.x + area.width) - Math.max(remembered.x, area.x) >= 200 &&
    remembered.y >= area.y && remembered.y < area.y + area.height - 100)
  return visible ? remembered : { width: remembered.width, height: remembered.height }
}

/** Reads `file` once and writes it at each change; one that is missing or unreadable counts as empty. */
export function openRemembered(file: string) {
  let state = read()

  function read(): Remembered {
    try {
      return remembered.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      return remembered.parse({})
    }
  }

  return {
    get: (): Remembered => state,
    set(change: Partial<Remembered>): void {
      state = { ...state, ...change }
      try {
        writeFileSync(`${file}.new`, JSON.stringify(state))
        renameSync(`${file}.new`, file)
      } catch {
        // The window opens at its usual size next time; that is all that is lost.
      }
    },
  }
}

export type RememberedStore = ReturnType<typeof openRemembered>
