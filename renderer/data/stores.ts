import { call, on } from '../api.ts'
import { createImportStore } from './import-store.ts'

/** Lives as long as the window: leaving the screen and coming back loses nothing. */
export const useImport = createImportStore({ call, on })
