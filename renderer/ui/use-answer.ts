import { useCallback, useEffect, useRef, useState } from 'react'
import type { Channel, RequestInput, Response } from '../../shared/contract/index.ts'
import type { Failure } from '../../shared/result.ts'
import { call, on } from '../api.ts'

export type Answer<T> = { readonly status: 'loading', readonly value: T | null } | { readonly status: 'ready', readonly value: T } | { readonly status: 'failed', readonly value: null, readonly error: Failure }

/**
 * The engine's answer to a question that stands on screen: asked again when the question or the data change, the newest
 * question wins, and the former answer stays visible meanwhile. With `null` for a request nothing is asked.
 */
export function useAnswer<C extends Channel>(channel: C, request: RequestInput<C> | null): Answer<Response<C>> & { readonly askAgain: () => void } {
  const [answer, setAnswer] = useState<Answer<Response<C>>>({ status: 'loading', value: null })
  const newest = useRef(0)
  const question = request === null ? null : JSON.stringify(request)

  const askAgain = useCallback(() => {
    if (question === null) return
    const mine = ++newest.current
    setAnswer((former) => ({ status: 'loading', value: former.value }))
    void call(channel, JSON.parse(question) as RequestInput<C>).then((result) => {
      if (mine !== newest.current) return
      setAnswer(result.ok ? { status: 'ready', value: result.value } : { status: 'failed', value: null, error: result.error })
    })
  }, [channel, question])

  useEffect(() => {
    askAgain()
    const stop = on('data:changed', askAgain)
    return () => {
      newest.current++
      stop()
    }
  }, [askAgain])

  return { ...answer, askAgain }
}
