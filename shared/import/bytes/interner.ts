import { int32Column, TextPool } from './growing-column.ts'

/**
 * Gives equal texts the same number, 0 for the first: a hash table with open addressing (Knuth, TAOCP 3, 6.4) over bytes,
 * so that a million ids make no million strings. The hash is FNV-1a (Fowler, Noll & Vo).
 */
export class Interner {
  readonly texts = new TextPool()
  private readonly hashes = int32Column()
  private slots = new Int32Array(1 << 10).fill(-1)
  private last = -1

  get size(): number {
    return this.texts.length
  }

  hashOf(index: number): number {
    return this.hashes.at(index)
  }

  text(index: number): string {
    return this.texts.text(index)
  }

  intern(bytes: Uint8Array, start: number, end: number): number {
    // Rows of one order, and of one customer, mostly follow each other.
    if (this.last >= 0 && this.equals(this.last, bytes, start, end)) return this.last
    const hash = hashBytes(bytes, start, end)
    const { slots } = this
    const hashes = this.hashes.values
    const mask = slots.length - 1
    let slot = hash & mask
    let index = slots[slot] ?? -1
    while (index >= 0 && (hashes[index] !== hash || !this.equals(index, bytes, start, end))) {
      slot = (slot + 1) & mask
      index = slots[slot] ?? -1
    }
    if (index < 0) {
      index = this.texts.add(bytes, start, end)
      this.hashes.push(hash)
      slots[slot] = index
      if (2 * this.texts.length > slots.length) this.rehash()
    }
    this.last = index
    return index
  }

  private equals(index: number, bytes: Uint8Array, start: number, end: number): boolean {
    const pool = this.texts.bytes
    const ends = this.texts.ends.values
    const from = index === 0 ? 0 : (ends[index - 1] ?? 0)
    const length = end - start
    if ((ends[index] ?? 0) - from !== length) return false
    for (let i = 0; i < length; i++) {
      if (pool[from + i] !== bytes[start + i]) return false
    }
    return true
  }

  private rehash(): void {
    const slots = new Int32Array(2 * this.slots.length).fill(-1)
    const hashes = this.hashes.values
    const mask = slots.length - 1
    for (let index = 0; index < this.texts.length; index++) {
      let slot = (hashes[index] ?? 0) & mask
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask
      slots[slot] = index
    }
    this.slots = slots
  }
}

function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811C9DC5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193)
  return (hash ^ (hash >>> 15)) | 0
}
