const SEED_1 = 0x9E3779B1
const SEED_2 = 0x85EBCA6B
const double = new Float64Array(1)
const halves = new Int32Array(double.buffer)

/** One step of a multiply-and-shift hash (after Appleby's MurmurHash3 finaliser, 2011). */
function mix(hash: number, value: number, factor: number): number {
  const mixed = Math.imul(hash ^ value, factor)
  return mixed ^ (mixed >>> 15)
}

/** Two 32-bit hashes over the same numbers, together sharp enough to tell orders and rows apart. */
export class HashPair {
  first = SEED_1
  second = SEED_2

  reset(): void {
    this.first = SEED_1
    this.second = SEED_2
  }

  int(value: number): void {
    this.first = mix(this.first, value, SEED_2)
    this.second = mix(this.second, value, 0xC2B2AE35)
  }

  number(value: number): void {
    double[0] = value
    this.int(halves[0] ?? 0)
    this.int(halves[1] ?? 0)
  }

  /** Both as one whole number below 2^53. */
  value(): number {
    return (this.first & 0x1F_FFFF) * 0x1_0000_0000 + (this.second >>> 0)
  }
}

let view: DataView = new DataView(new ArrayBuffer(0))

/** A 32-bit hash of bytes, four at a time. */
export function hashRow(bytes: Uint8Array, start: number, end: number): number {
  if (view.buffer !== bytes.buffer) view = new DataView(bytes.buffer)
  const lastWord = bytes.byteOffset + end - 4
  let hash = mix(SEED_1, end - start, SEED_2)
  let position = bytes.byteOffset + start
  for (; position <= lastWord; position += 4) hash = mix(hash, view.getInt32(position, true), SEED_2)
  for (; position < lastWord + 4; position++) hash = mix(hash, view.getUint8(position), SEED_2)
  return hash
}
