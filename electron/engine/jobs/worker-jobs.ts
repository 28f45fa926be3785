import { rangeColumns } from '../../../shared/clv/ranges/range-columns.ts'
import { findInSales } from '../../../shared/data-quality/find-in-sales.ts'
import { inspect, readFile } from './reading-jobs.ts'
import { choose, fitModels, value } from './valuing-jobs.ts'

/** What may run in a worker thread: a name, plain data in, plain data out. */
export const workerJobs = {
  'inspect-file': inspect, 'read-file': readFile, 'fit-models': fitModels, 'choose-forecast': choose, 'value-customers': value, 'range-columns': rangeColumns, 'find-in-sales': findInSales,
} as const
export type WorkerJobs = typeof workerJobs
export type WorkerJobName = keyof WorkerJobs
export type WorkerOutputs = { [J in WorkerJobName]: Awaited<ReturnType<WorkerJobs[J]>> }
