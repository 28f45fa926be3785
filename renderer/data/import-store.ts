import { create } from 'zustand'
import type { AppEvents, Channel, EventName, RequestInput, Response } from '../../shared/contract/index.ts'
import type { BatchSummary, FilePreview, ImportChoices, ImportQuestion } from '../../shared/contract/data.ts'
import type { Failure, Result } from '../../shared/result.ts'
import { type Asked, type ImportFlow, type ImportStore, type PickedFile, asChosen, followsUnseen, haveOtherColumns, mergeChoices, nothingYet, questionIn, questionsAfter, whatHoldsImportBack } from './import-state.ts'
import { columnsWith } from './preview/column-choice.ts'

export type Bridge = {
  readonly call: <C extends Channel>(channel: C, request: RequestInput<C>) => Promise<Result<Response<C>>>
  readonly on: <E extends EventName>(eventName: E, listener: (payload: AppEvents[E]) => void) => () => void
}

function withQuestionIn(asked: Asked, failure: Failure): Asked {
  const question = questionIn(failure)
  if (question === null) return asked
  return { ...asked, questions: [...asked.questions, question], preview: { ...asked.preview, questions: [...asked.preview.questions, question] } }
}

/** What the engine read by these choices, on screen and as what stands later on; questions that were `asked` before and are answered stay. */
function readAs(preview: FilePreview, choices: ImportChoices, asked: readonly ImportQuestion[] = []): Asked['lastRead'] & Pick<Asked, 'lastRead'> {
  const lastRead = { preview, choices, questions: questionsAfter(asked, preview, choices) }
  return { ...lastRead, lastRead }
}

/** The file on its way in, and the engine's last answer about it. */
export function createImportStore({ call, on }: Bridge) {
  return create<ImportStore>()((set, get) => {
    // Answers may overtake each other; only the one to the newest question is shown.
    let newest = 0

    const show = (flow: ImportFlow): void => set({ flow })

    async function read(picked: PickedFile): Promise<void> {
      newest += 1
      const mine = newest
      show({ status: 'loading', picked })
      if (picked.refused) return show({ status: 'failed', picked, error: picked.refused })
      const preview = await call('data:preview-file', { file: picked.file })
      if (mine !== newest) return
      if (!preview.ok) return show({ status: 'failed', picked, error: preview.error })
      show({ status: 'ready', picked, ...readAs(preview.value, {}), guessed: preview.value.columns, isChecking: false, problem: null })
    }

    async function readAgain(asked: Asked, choices: ImportChoices): Promise<void> {
      newest += 1
      const mine = newest
      show({ ...asked, status: 'ready', preview: asChosen(asked.preview, choices), choices, isChecking: true, problem: null })
      const preview = await call('data:preview-file', { file: asked.picked.file, choices })
      if (mine !== newest) return
      if (!preview.ok) return show({ ...asked, ...asked.lastRead, status: 'ready', isChecking: false, problem: preview.error })
      const guessed = choices.columns ? asked.guessed : preview.value.columns
      show({ ...asked, status: 'ready', ...readAs(preview.value, choices, asked.questions), guessed, isChecking: false, problem: null })
    }

    /** A folder or zip file for the sales files in it. What cannot be looked into keeps its place, and says why when its turn comes. */
    async function lookInside(files: readonly PickedFile[]): Promise<{ found: PickedFile[]; skipped: string[] }> {
      const answers = await Promise.all(files.map(({ file }) => call('data:list-files', { file })))
      return {
        found: answers.flatMap((answer, index) => answer.ok ? answer.value.files : files.slice(index, index + 1).map((picked) => ({ ...picked, refused: answer.error }))),
        skipped: answers.flatMap((answer) => answer.ok ? answer.value.skipped : []),
      }
    }

    function readNext(): Promise<void> {
      const [next, ...waiting] = get().waiting
      set({ waiting })
      if (next) return read(next)
      newest += 1
      set({ skipped: [], isAll: false, together: [] })
      show({ status: 'idle' })
      return Promise.resolve()
    }

    /** After a file came in: its result, or the next file where the owner wanted all of them. */
    async function goOn(batch: BatchSummary, preview: FilePreview): Promise<void> {
      const { isAll, together, waiting } = get()
      if (!isAll) return show({ status: 'done', batch })
      set({ together: [...together, batch] })
      if (waiting.length === 0) {
        set({ isAll: false })
        return show({ status: 'done', batch })
      }
      await readNext()
      if (followsUnseen(preview, get().flow)) await get().start()
      else set({ isAll: false })
    }

    return {
      ...nothingYet,

      async offer(files) {
        const [first] = files
        if (!first) return
        const isImporting = () => get().flow.status === 'importing'
        if (isImporting()) {
          const { found, skipped } = await lookInside(files)
          set({ waiting: [...get().waiting, ...found], skipped: [...get().skipped, ...skipped] })
          if (get().flow.status === 'idle') await readNext()
          return
        }
        newest += 1
        const mine = newest
        show({ status: 'loading', picked: first })
        const { found, skipped } = await lookInside(files)
        if (mine !== newest) return
        set({ waiting: found, skipped, together: [] })
        await readNext()
      },

      async choose(change) {
        const { flow } = get()
        if (flow.status === 'ready') await readAgain(flow, mergeChoices(flow.choices, change))
      },

      async startAnew() {
        const { flow } = get()
        if (flow.status === 'ready') await readAgain({ ...flow, questions: [] }, { afresh: true })
      },

      async setField(index, field) {
        const { flow } = get()
        // The columns on screen are about to be replaced by others: what is said of them cannot hold.
        if (flow.status !== 'ready' || haveOtherColumns(flow.lastRead.choices, flow.choices)) return
        await get().choose({ columns: columnsWith(flow.preview.columns, index, field) })
      },

      async start() {
        const { flow } = get()
        if (flow.status !== 'ready' || whatHoldsImportBack(flow) !== null) return
        const { picked, preview, guessed, choices, lastRead, questions } = flow
        const asked: Asked = { picked, preview, guessed, choices, lastRead, questions }
        const jobId = crypto.randomUUID()
        show({ ...asked, status: 'importing', jobId, progress: null, isCancelling: false })
        const stopListening = on('job:progress', ({ jobId: about, ...progress }) => {
          const now = get().flow
          if (about === jobId && now.status === 'importing') show({ ...now, progress })
        })
        try {
          // Asked now: the sample shop may have been opened since the file was read.
          const shop = await call('workspace:info', {})
          const left = shop.ok && shop.value.kind === 'sample' ? await call('workspace:leave-sample', {}) : shop
          const result = left.ok ? await call('data:import-file', { file: picked.file, choices, jobId }) : left
          if (result.ok) return await goOn(result.value, preview)
          set({ isAll: false })
          show({ ...withQuestionIn(asked, result.error), status: 'ready', isChecking: false, problem: result.error })
        } finally {
          stopListening()
        }
      },

      async startAll() {
        set({ isAll: true, together: [] })
        await get().start()
      },

      async cancel() {
        const { flow } = get()
        if (flow.status !== 'importing') return
        show({ ...flow, isCancelling: true })
        const answer = await call('jobs:cancel', { jobId: flow.jobId })
        const now = get().flow
        // Too early or too late to be stopped: the button works again.
        if (!(answer.ok && answer.value.cancelled) && now.status === 'importing' && now.jobId === flow.jobId) show({ ...now, isCancelling: false })
      },

      close: readNext,

      replaceBatch(batch) {
        const { flow } = get()
        if (flow.status === 'done' && flow.batch.batchId === batch.batchId) show({ status: 'done', batch })
      },
    }
  })
}
