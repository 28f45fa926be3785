/** Long work that can be followed and stopped by the name its starter gave it. */
export type JobPool = {
  readonly run: <T>(jobId: string | undefined, work: (signal: AbortSignal, jobId: string) => Promise<T>) => Promise<T>
  /** Answers, once the job has ended, whether it was stopped: false where it was done already, or is not known. */
  readonly cancel: (jobId: string) => Promise<boolean>
  readonly cancelAll: () => Promise<void>
}
type Job = { readonly abort: AbortController; readonly ended: Promise<boolean> }

export function createJobPool(): JobPool {
  const jobs = new Map<string, Job>()
  let unnamed = 0

  const stop = (job: Job) => {
    job.abort.abort()
    return job.ended
  }
  return {
    async run(jobId, work) {
      const name = jobId ?? `unnamed ${++unnamed}`
      const abort = new AbortController()
      const working = work(abort.signal, name)
      const job = { abort, ended: working.then(() => false, () => abort.signal.aborted) }
      jobs.set(name, job)
      try {
        return await working
      } finally {
        if (jobs.get(name) === job) jobs.delete(name)
      }
    },
    async cancel(jobId) {
      const job = jobs.get(jobId)
      return job ? stop(job) : false
    },
    async cancelAll() {
      await Promise.all([...jobs.values()].map(stop))
    },
  }
}
