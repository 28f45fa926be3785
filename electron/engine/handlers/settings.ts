import type { Handlers } from '../../../shared/contract/index.ts'
import type { Settings } from '../../../shared/contract/settings.ts'
import type { EngineContext } from '../context.ts'
import {
  defaultWorkspaceSettings, nextDataVersion, readWorkspaceSettings, writeWorkspaceSettings, type WorkspaceSettings,
} from '../database/settings-store.ts'
import { readPreferences, writePreferences } from '../files/preferences-file.ts'

/** Reads both halves. Where the workspace cannot be opened the window still learns its language, to say so in. */
export async function readSettings(context: EngineContext): Promise<Settings> {
  const preferences = await readPreferences(context.preferencesFile)
  const workspaceSettings = await context.workspace.connection().then(readWorkspaceSettings, () => defaultWorkspaceSettings)
  return { ...workspaceSettings, ...preferences }
}

async function changeSettings(context: EngineContext, changes: Partial<Settings>): Promise<Settings> {
  const { language, theme, exportLayout, ...forWorkspace } = changes
  if (language !== undefined || theme !== undefined || exportLayout !== undefined) {
    const preferences = await readPreferences(context.preferencesFile)
    await writePreferences(context.preferencesFile, {
      language: language === undefined ? preferences.language : language,
      theme: theme ?? preferences.theme,
      exportLayout: exportLayout === undefined ? preferences.exportLayout : exportLayout,
    })
  }
  if (Object.keys(forWorkspace).length > 0) {
    const connection = await context.workspace.connection()
    const dataVersion = await connection.transaction(async (writer) => {
      const settings: WorkspaceSettings = { ...(await readWorkspaceSettings(writer)), ...forWorkspace }
      await writeWorkspaceSettings(writer, settings)
      return nextDataVersion(writer)
    })
    context.emit('data:changed', { dataVersion })
  }
  return readSettings(context)
}

export const settingsHandlers: Pick<Handlers<EngineContext>, 'settings:get' | 'settings:set'> = {
  'settings:get': (_request, context) => context.settingsInTurn(() => readSettings(context)),
  'settings:set': (changes, context) => context.settingsInTurn(() => changeSettings(context, changes)),
}
