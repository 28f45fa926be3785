import { create } from 'zustand'
import type { Failure } from '../../shared/result.ts'
import { i18n } from '../i18n.ts'

export type NoticeKind = 'info' | 'warning' | 'error' | 'success'
export type Toast = { readonly id: number, readonly kind: NoticeKind, readonly text: string, readonly action?: { readonly label: string, readonly run: () => void } }

type State = { toasts: readonly Toast[], nextId: number }
type Actions = { add: (toast: Omit<Toast, 'id'>) => void, dismiss: (id: number) => void, moveOn: () => void }

/** At most this many at once; the same words never stand there twice. */
const MOST = 3

export const useNotices = create<State & Actions>()((set) => ({
  toasts: [],
  nextId: 1,
  add: (toast) => set((state) => ({
    nextId: state.nextId + 1,
    toasts: [...state.toasts.filter((other) => other.text !== toast.text), { ...toast, id: state.nextId }].slice(-MOST),
  })),
  // What went well is old news on the next page, where it would only stand in the way. What went wrong stays.
  moveOn: () => set((state) => ({ toasts: state.toasts.filter((toast) => toast.kind !== 'success') })),
  dismiss: (id) => set((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) })),
}))

/** The words for a failure, in the window's language. */
export function failureText(failure: Failure): string {
  return i18n.t(`errors:${failure.code}`, { column: '', currencies: '', currency: '', known: '', name: '', sheet: '', ...failure.params })
}

/** Says something in the corner of the window; it stays until it is closed or pushed out; what went well until the owner moves on, too. */
export function notify(kind: NoticeKind, text: string, action?: Toast['action']): void {
  useNotices.getState().add({ kind, text, ...(action ? { action } : {}) })
}

export function notifyFailure(failure: Failure): void {
  if (failure.code !== 'cancelled') notify('error', failureText(failure))
}
