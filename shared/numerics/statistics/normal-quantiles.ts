/** Standard normal quantiles (Abramowitz & Stegun 1964, table 26.5): nine in ten lie below this one, and eight in ten between it and its negative. */
export const NORMAL_P90 = 1.2815515655446004
/** 97.5% lie below this one, and 95% between it and its negative. */
export const NORMAL_P975 = 1.959963984540054
