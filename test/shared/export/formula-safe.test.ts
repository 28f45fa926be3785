import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formulaSafe } from '../../../shared/export/formula-safe.ts'

/** ASVS 1.2.10 and B9: what a spreadsheet would compute comes out as text; everything else as it is. */
test.each([
  ['=1+1', "'=1+1"], ['=cmd|\' /C calc\'!A0', "'=cmd|' /C calc'!A0"], ['+SUM(A1)', "'+SUM(A1)"], ['-2+3', "'-2+3"], ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"], ['\r=1', "'\r=1"], ['\0=1', "'\0=1"], ['＝1+1', "'＝1+1"], ['＋1', "'＋1"], ['－A1', "'－A1"], ['＠A1', "'＠A1"],
  ["'=1+1", "''=1+1"],
  ['-12,50', '-12,50'], ['-12.50', '-12.50'], ['+31612345678', '+31612345678'], ['-5', '-5'],
  ['Anna', 'Anna'], ["'t Hof", "'t Hof"], ['a=b', 'a=b'], ['<script>alert(1)</script>', '<script>alert(1)</script>'], ['\u202Egnp.exe', '\u202Egnp.exe'], ['😀', '😀'], ['', ''],
])('B9: %j is written as %j', (text, written) => {
  expect(formulaSafe(text)).toBe(written)
})

test('nothing that starts like a formula is left, and taking one apostrophe off gives every text back', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '1', 'a', ',', '\t') }), (text) => {
    const written = formulaSafe(text)
    expect(/^[=+\-@\t]/u.test(written) && !/^[-+]?\d+(?:[.,]\d+)?$/u.test(written)).toBe(false)
    expect(/^'+[=+\-@\t]/u.test(written) ? written.slice(1) : written).toBe(text)
  }))
})
