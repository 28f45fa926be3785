import { useTranslation } from 'react-i18next'
import type { ForecastSummary } from '../../../shared/contract/forecast.ts'
import { useFormat } from '../../format.ts'
import { forecastSentence } from './method-words.ts'

export function useForecastSentence(): (forecast: ForecastSummary) => string {
  const { t } = useTranslation('forecast')
  const format = useFormat()
  return (forecast) => forecastSentence(forecast, t, format)
}
