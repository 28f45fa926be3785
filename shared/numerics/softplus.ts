/**
 * ln(1 + e^y), without overflow and to all digits where e^y is small (Mächler 2012, "Accurately computing log(1 - exp(-|a|))", which has log(1 + exp(x)) too). NaN
 * for NaN. Example: ln 2 at 0, 1000 at 1000, 0 at -Infinity.
 */
export function softplus(y: number): number {
  return Math.max(y, 0) + Math.log1p(Math.exp(-Math.abs(y)))
}
