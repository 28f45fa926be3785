/** Loaded by the job that needs them: reading a file does not wait for the models, nor the models for the readers. */
const reading = () => import('./reading-jobs.ts')
const valuing = () => import('./valuing-jobs.ts')

type ReadingJobs = Awaited<ReturnType<typeof reading>>
type ValuingJobs = Awaited<ReturnType<typeof valuing>>

/** What may run in a worker thread: a name, plain data in, plain data out. */
export const workerJobs = {
  'inspect-file': async (...input: Parameters<ReadingJobs['inspect']>) => (await reading()).inspect(...input),
  'read-file': async (...input: Parameters<ReadingJobs['readFile']>) => (await reading()).readFile(...input),
  'fit-models': async (...input: Parameters<ValuingJobs['fitModels']>) => (await valuing()).fitModels(...input),
  'choose-forecast': async (...input: Parameters<ValuingJobs['choose']>) => (await valuing()).choose(...input),
  'value-customers': async (...input: Parameters<ValuingJobs['value']>) => (await valuing()).value(...input),
  'range-columns': async (...input: Parameters<ValuingJobs['rangeColumns']>) => (await valuing()).rangeColumns(...input),
  'find-in-sales': async (...input: Parameters<ValuingJobs['findInSales']>) => (await valuing()).findInSales(...input),
} as const
export type WorkerJobs = typeof workerJobs
export type WorkerJobName = keyof WorkerJobs
export type WorkerOutputs = { [J in WorkerJobName]: Awaited<ReturnType<WorkerJobs[J]>> }
