/**
 * Sends one question at a time. Of what is asked while an answer is under way only the newest follows, so a dragged
 * slider never builds up a queue, and answers cannot overtake each other.
 *
 * `tell` hears every answer, with whether a newer question is waiting behind it.
 */
export function newestWins<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  tell: (answer: Answer, question: Question, isNewest: boolean) => void,
): (question: Question) => Promise<void> {
  let waiting: { readonly question: Question } | null = null
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    try {
      while (waiting !== null) {
        const { question } = waiting
        waiting = null
        const answer = await ask(question)
        tell(answer, question, waiting === null)
      }
    } finally {
      running = null
    }
  }

  return (question) => {
    waiting = { question }
    running ??= run()
    return running
  }
}
