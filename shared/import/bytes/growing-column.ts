import type { TextColumn } from '../imported-sales.ts'
import { decodeText, encodeUtf8, isUtf8 } from './text-codec.ts'

type Numbers = Int32Array | Uint32Array | Float64Array | Uint8Array

/** A typed array whose length is not known beforehand: it doubles when it is full. */
export class GrowingColumn<T extends Numbers> {
  values: T
  length = 0
  private readonly make: (length: number) => T

  constructor(make: (length: number) => T) {
    this.make = make
    this.values = make(256)
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = this.make(2 * this.length)
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length++] = value
  }

  at(index: number): number {
    return this.values[index] ?? 0
  }

  /** The values so far, in an array of their own that fits. */
  finish(): T {
    const exact = this.make(this.length)
    exact.set(this.values.subarray(0, this.length))
    return exact
  }
}

export const int32Column = () => new GrowingColumn((length) => new Int32Array(length))
export const uint32Column = () => new GrowingColumn((length) => new Uint32Array(length))
export const float64Column = () => new GrowingColumn((length) => new Float64Array(length))
export const uint8Column = () => new GrowingColumn((length) => new Uint8Array(length))

/** Texts one after the other in one array of bytes. */
export class TextPool {
  bytes = new Uint8Array(1024)
  readonly ends = uint32Column()
  private used = 0

  get length(): number {
    return this.ends.length
  }

  startOf(index: number): number {
    return index === 0 ? 0 : this.ends.at(index - 1)
  }

  /** Appends a text and returns its index. */
  add(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start
    if (this.used + length > this.bytes.length) {
      const larger = new Uint8Array(2 * (this.used + length))
      larger.set(this.bytes.subarray(0, this.used))
      this.bytes = larger
    }
    for (let i = 0; i < length; i++) this.bytes[this.used + i] = bytes[start + i] ?? 0
    this.used += length
    this.ends.push(this.used)
    return this.ends.length - 1
  }

  text(index: number): string {
    return decodeText(this.bytes, this.startOf(index), this.ends.at(index))
  }

  /** The texts of these indices in this order, as valid UTF-8; index -1 gives an empty text. */
  pick(indices: ArrayLike<number>): TextColumn {
    const offsets = new Uint32Array(indices.length + 1)
    const picked = new TextPool()
    for (let i = 0; i < indices.length; i++) {
      const index = indices[i] ?? -1
      if (index < 0) picked.add(this.bytes, 0, 0)
      else picked.addValid(this.bytes, this.startOf(index), this.ends.at(index))
      offsets[i + 1] = picked.used
    }
    return { bytes: picked.bytes.slice(0, picked.used), offsets }
  }

  /** Appends a text and makes it UTF-8 where it is not: the encoding was told from the file's beginning only. */
  addValid(bytes: Uint8Array, start: number, end: number): number {
    for (let i = start; i < end; i++) {
      if ((bytes[i] ?? 0) >= 0x80) {
        if (isUtf8(bytes.subarray(start, end))) break
        const repaired = encodeUtf8(decodeText(bytes, start, end))
        return this.add(repaired, 0, repaired.length)
      }
    }
    return this.add(bytes, start, end)
  }
}
