/**
 * Seeded random numbers: the same seed gives the same draws, everywhere.
 * Generator: sfc32 (Chris Doty-Humphrey, PractRand, 2010), 2^128 states, seeded through splitmix32.
 */
export type Random = {
  /** Uniform on [0, 1), 32 bits. */
  uniform(): number
  /** Standard normal (Box & Muller, 1958). */
  normal(): number
  /** Gamma with the given shape and rate 1 (Marsaglia & Tsang, 2000). */
  gamma(shape: number): number
  /** Beta(a, b) as a ratio of gammas. */
  beta(a: number, b: number): number
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const splitmix = () => {
    state = (state + 0x9e3779b9) >>> 0
    let z = state
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return (z ^ (z >>> 15)) >>> 0
  }
  let a = splitmix()
  let b = splitmix()
  let c = splitmix()
  let counter = 1
  const next = () => {
    const t = (((a + b) >>> 0) + counter) >>> 0
    counter = (counter + 1) >>> 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) >>> 0
    c = ((c << 21) | (c >>> 11)) >>> 0
    c = (c + t) >>> 0
    return t
  }
  for (let i = 0; i < 12; i++) next()

  const uniform = () => next() / 4_294_967_296
  let spare: number | null = null
  const normal = () => {
    if (spare !== null) {
      const value = spare
      spare = null
      return value
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()))
    const angle = 2 * Math.PI * uniform()
    spare = radius * Math.sin(angle)
    return radius * Math.cos(angle)
  }
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - uniform()) ** (1 / shape)
    const d = shape - 1 / 3
    const c9 = 1 / Math.sqrt(9 * d)
    for (;;) {
      const x = normal()
      const v = (1 + c9 * x) ** 3
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
    }
  }
  const beta = (alpha: number, other: number) => {
    const x = gamma(alpha)
    return x / (x + gamma(other))
  }
  return { uniform, normal, gamma, beta }
}
