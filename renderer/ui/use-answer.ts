import { useCallback, useEffect, useRef, useState } from 'react'
import type { Channel, RequestInput, Response } from '../../shared/contract/index.ts'
import type { Failure, Result } from '../../shared/result.ts'
import { call, on } from '../api.ts'

export type Answer<T> = { readonly status: 'loading', readonly value: T | null } | { readonly status: 'ready', readonly value: T } | { readonly status: 'failed', readonly value: null, readonly error: Failure }

/** To which question `value` is the answer, and a name for that answer: another answer has another one. */
type Asked<C extends Channel> = { readonly asked: RequestInput<C> | null, readonly version: string, readonly askAgain: () => void }

type Heard<T> = { readonly question: string | null, readonly round: number, readonly result: Result<T> | null }

/**
 * The engine's answer to a question that stands on screen: asked again when the question or the data change, or when the engine
 * that died over it runs again; the newest question wins, and the former answer stays visible meanwhile. With `null` for a request nothing is asked.
 */
export function useAnswer<C extends Channel>(channel: C, request: RequestInput<C> | null): Answer<Response<C>> & Asked<C> {
  const [heard, setHeard] = useState<Heard<Response<C>>>({ question: null, round: 0, result: null })
  const [round, setRound] = useState(0)
  const question = request === null ? null : JSON.stringify(request)
  const askAgain = useCallback(() => setRound((former) => former + 1), [])

  useEffect(() => on('data:changed', askAgain), [askAgain])

  // Listening all the time: between an answer and its being drawn the engine may run again.
  const wasInterrupted = useRef(false)
  useEffect(() => on('engine:state', ({ state }) => { if (state === 'running' && wasInterrupted.current) askAgain() }), [askAgain])

  useEffect(() => {
    if (question === null) return undefined
    let isNewest = true
    void call(channel, JSON.parse(question) as RequestInput<C>).then((result) => {
      if (!isNewest) return
      wasInterrupted.current = !result.ok && result.error.code === 'engine-stopped'
      setHeard({ question, round, result })
    })
    return () => { isNewest = false }
  }, [channel, question, round])

  return {
    ...answerOf(heard, question, round),
    askAgain,
    asked: heard.question === null ? null : JSON.parse(heard.question) as RequestInput<C>,
    version: `${heard.round} ${heard.question ?? ''}`,
  }
}

/** While a newer question is under way the former answer stands, but a former failure does not. */
export function answerOf<T>(heard: Heard<T>, question: string | null, round: number): Answer<T> {
  const { result } = heard
  if (heard.question !== question || heard.round !== round || result === null) return { status: 'loading', value: result?.ok ? result.value : null }
  return result.ok ? { status: 'ready', value: result.value } : { status: 'failed', value: null, error: result.error }
}
