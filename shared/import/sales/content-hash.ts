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

  /** Four bytes at a time, the rest one by one. */
  bytes(bytes: Uint8Array, start: number, end: number): void {
    let position = start
    for (; position + 4 <= end; position += 4) {
      this.int((bytes[position] ?? 0) | ((bytes[position + 1] ?? 0) << 8) | ((bytes[position + 2] ?? 0) << 16) | ((bytes[position + 3] ?? 0) << 24))
    }
    for (; position < end; position++) this.int(bytes[position] ?? 0)
    this.int(end - start)
  }

  /** Both as one whole number below 2^53. */
  value(): number {
    return (this.first & 0x1F_FFFF) * 0x1_0000_0000 + (this.second >>> 0)
  }
}
