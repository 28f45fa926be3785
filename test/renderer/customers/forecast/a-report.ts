import type { BackTestReport, BackTestScore, ForecastMethod } from '../../../../shared/contract/forecast.ts'

const score = (changes: Partial<BackTestScore>): BackTestScore => ({ meanAbsoluteErrorCents: 6_000, totalRatio: 1.01, gini: 0.72, topTenthCapture: 0.43, relativeDeviance: 1, ...changes })

export const ownPace = { kind: 'model', transactions: 'mbg-nbd', spend: 'shrunken-mean', isSeasonal: false } as const satisfies ForecastMethod
export const soFar = { kind: 'rule', rule: 'past-spend-rate' } as const satisfies ForecastMethod

/** Three tries; the second of two as good as each other is the simplest, and in use. */
export const aReport: BackTestReport = {
  origins: [{ knownUntil: '2025-11-02', days: 363, customers: 607 }, { knownUntil: '2026-03-03', days: 242, customers: 792 }, { knownUntil: '2026-05-03', days: 181, customers: 50 }],
  candidates: [
    { method: { ...ownPace, spend: 'log-normal' }, score: score({}), isAsGoodAsBest: true },
    { method: ownPace, score: score({ relativeDeviance: 1.001 }), isAsGoodAsBest: true },
    { method: { ...ownPace, transactions: 'pareto-nbd' }, score: score({ relativeDeviance: 1.015 }), isAsGoodAsBest: false },
    { method: { ...ownPace, transactions: 'pareto-nbd', spend: 'gamma-gamma' }, score: score({ relativeDeviance: 1.016 }), isAsGoodAsBest: false },
    { method: soFar, score: score({ meanAbsoluteErrorCents: 7_200, relativeDeviance: 1.34 }), isAsGoodAsBest: false },
  ],
  chosen: ownPace,
  levelFactor: 0.94,
  calibration: [{ customers: 25, forecastCents: 100, outcomeCents: 200 }, { customers: 25, forecastCents: 900, outcomeCents: 700 }],
  season: 'no-gain',
}
