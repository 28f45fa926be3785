/** The shape of a translation: every key of the English texts, any words. A missing or a surplus key does not compile. */
export type Messages<T> = { readonly [K in keyof T]: T[K] extends string ? string : Messages<T[K]> }
