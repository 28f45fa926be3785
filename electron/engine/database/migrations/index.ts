import type { Migration } from '../migrate.ts'
import { initial } from './10_initial.ts'

/** In order, numbered in tens; never edited after a release. */
export const migrations: readonly Migration[] = [initial]
