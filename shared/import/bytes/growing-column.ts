import type { TextColumn } from '../imported-sales.ts'
import { decodeText, encodeUtf8, isUtf8 } from './text-codec.ts'

export type Numbers = Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer>

/** A typed array whose length is not known beforehand: it doubles when it is full. */
export class GrowingColumn<T extends Numbers> {
  values: T
  length = 0
  private readonly view: (buffer: ArrayBuffer) => T

  constructor(view: (buffer: ArrayBuffer) => T) {
    this.view = view
    this.values = view(new ArrayBuffer(1 << 11))
  }

  push(value: number): void {
    // The buffer is handed over, not copied beside the old one: what is outgrown is free at once, not at some later time.
    if (this.length === this.values.length) this.values = this.view(this.values.buffer.transfer(2 * this.values.byteLength))
    this.values[this.length++] = value
  }

  at(index: number): number {
    return this.values[index] ?? 0
  }
}

const int32 = (buffer: ArrayBuffer) => new Int32Array(buffer)
const uint32 = (buffer: ArrayBuffer) => new Uint32Array(buffer)
const float64 = (buffer: ArrayBuffer) => new Float64Array(buffer)
const uint8 = (buffer: ArrayBuffer) => new Uint8Array(buffer)

export const int32Column = () => new GrowingColumn(int32)
export const uint32Column = () => new GrowingColumn(uint32)
export const float64Column = () => new GrowingColumn(float64)
export const uint8Column = () => new GrowingColumn(uint8)

/** Texts one after the other in one array of bytes. */
export class TextPool {
  bytes = new Uint8Array(1024)
  /** Signed: a pool stays far below two gigabytes, and small integers are the faster ones. */
  readonly ends = int32Column()
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
    if (this.used + length > this.bytes.length) this.bytes = new Uint8Array(this.bytes.buffer.transfer(2 * (this.used + length)))
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
    return { bytes: new Uint8Array(picked.bytes.buffer.transfer(picked.used)), offsets }
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
