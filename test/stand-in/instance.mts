/** One instance for each user data folder: the first holds a lock that names its process, the others leave it a message. */
import { mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Message = { argv: string[]; folder: string }

const isRunning = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Takes the lock; a lock whose process is gone counts as free. */
function take(lock: string): boolean {
  for (;;) {
    try {
      symlinkSync(String(process.pid), lock)
      return true
    } catch {
      const owner = Number(readlinkSync(lock))
      if (owner === process.pid) return true
      if (isRunning(owner)) return false
      rmSync(lock)
    }
  }
}

export function requestLock(userData: string, onSecond: (message: Message) => void): boolean {
  const lock = join(userData, 'stand-in-lock')
  const mailbox = join(userData, 'stand-in-messages')
  mkdirSync(mailbox, { recursive: true })
  if (!take(lock)) {
    const message = join(mailbox, String(process.pid))
    writeFileSync(`${message}.new`, JSON.stringify({ argv: process.argv, folder: process.cwd() } satisfies Message))
    renameSync(`${message}.new`, `${message}.json`)
    return false
  }
  watch(mailbox, { persistent: false }, () => {
    for (const name of readdirSync(mailbox).filter((name) => name.endsWith('.json'))) {
      const message = JSON.parse(readFileSync(join(mailbox, name), 'utf8'))
      rmSync(join(mailbox, name))
      onSecond(message)
    }
  })
  process.on('exit', () => {
    rmSync(lock, { force: true })
    rmSync(mailbox, { recursive: true, force: true })
  })
  return true
}
