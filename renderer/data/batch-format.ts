import { useMemo } from 'react'
import type { BatchSummary } from '../../shared/contract/data.ts'
import { createFormat, type Format } from '../format.ts'
import { useSettings } from '../frame/settings-store.ts'

/** The formatter for an import's own currency, where its file names one. */
export function useBatchFormat({ currency }: Pick<BatchSummary, 'currency'>): Format {
  const language = useSettings((state) => state.language)
  const usual = useSettings((state) => state.settings.currency)
  return useMemo(() => createFormat(language, currency ?? usual), [language, currency, usual])
}
