import { create } from 'zustand'
import type { WorkspaceInfo } from '../../shared/contract/workspace.ts'
import { call } from '../api.ts'
import { notifyFailure } from './notices-store.ts'
import { useRoute } from './route-store.ts'

type State = { info: WorkspaceInfo | null, status: 'loading' | 'ready' | 'failed', isSwitching: boolean, engine: 'running' | 'restarting' | 'stopped' }
type Actions = {
  load: () => Promise<void>
  openSample: () => Promise<void>
  leaveSample: () => Promise<void>
  engineBecame: (engine: State['engine']) => void
}

/** Which shop is open, and whether the engine that keeps it answers. */
export const useWorkspace = create<State & Actions>()((set, get) => {
  const switchTo = async (channel: 'workspace:open-sample' | 'workspace:leave-sample'): Promise<void> => {
    set({ isSwitching: true })
    const answer = await call(channel, {})
    set({ isSwitching: false })
    if (!answer.ok) return notifyFailure(answer.error)
    set({ info: answer.value, status: 'ready' })
    useRoute.getState().goTo(startScreen(answer.value))
  }
  return {
    info: null,
    status: 'loading',
    isSwitching: false,
    engine: 'running',
    load: async () => {
      const isFirst = get().info === null
      const answer = await call('workspace:info', {})
      if (!answer.ok) {
        // Nothing of the owner's was lost, the banner says what happens, and it is asked again once the engine runs.
        if (answer.error.code === 'engine-stopped') return
        set({ status: get().info ? 'ready' : 'failed' })
        return notifyFailure(answer.error)
      }
      set({ info: answer.value, status: 'ready' })
      // Who went somewhere meanwhile, or opened a file, stays there.
      if (isFirst && useRoute.getState().screen === useRoute.getInitialState().screen) useRoute.getState().goTo(startScreen(answer.value))
    },
    openSample: () => switchTo('workspace:open-sample'),
    leaveSample: () => switchTo('workspace:leave-sample'),
    engineBecame: (engine) => set({ engine }),
  }
})

/** Without sales there is one thing to do: bring them in. */
export function startScreen(info: WorkspaceInfo): 'customers' | 'data' {
  return info.orders === 0 ? 'data' : 'customers'
}
