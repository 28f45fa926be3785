import { useTranslation } from 'react-i18next'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { ColumnField, ImportChoices, ImportQuestion } from '../../../shared/contract/data.ts'
import { assertNever } from '../../../shared/result.ts'
import { useFormat } from '../../format.ts'
import { Select } from '../../ui/controls/Select.tsx'
import { Section } from '../../ui/layout/Page.tsx'
import type { ReadyFlow } from '../import-state.ts'
import { useImport } from '../stores.ts'
import { columnName } from './column-name.ts'
import styles from './Questions.module.css'
import { amountReading, dateReading } from './readings.ts'

type Props = { readonly questions: readonly ImportQuestion[]; readonly flow: ReadyFlow }

/** What only the owner can say. Answers stay on screen, so that they can be changed. */
export function Questions({ questions, flow }: Props) {
  const { t } = useTranslation('data')
  if (questions.length === 0) return null
  return (
    <Section title={questions.length === 1 ? t('questions.title') : t('questions.titleMore')}>
      {questions.map((question) => <Question key={`${question.kind} ${'column' in question ? question.column : 'field' in question ? question.field : ''}`} question={question} flow={flow} />)}
    </Section>
  )
}

function Question({ question, flow }: { readonly question: ImportQuestion; readonly flow: ReadyFlow }) {
  const { t } = useTranslation(['data', 'records', 'source'])
  const format = useFormat()
  const choose = useImport((state) => state.choose)
  const { choices } = flow
  switch (question.kind) {
    case 'date-order': {
      const shown = (order: 'dmy' | 'mdy'): string => {
        const day = dateReading(question.example, order)
        return day === null ? t(`details.orders.${order}`) : format.date(day)
      }
      return (
        <Choices
          label={t('questions.dateOrder', { column: question.column, example: question.example })}
          value={choices.dateOrder ?? null}
          options={[
            { value: 'dmy', label: t('questions.dateDayFirst', { date: shown('dmy') }) },
            { value: 'mdy', label: t('questions.dateMonthFirst', { date: shown('mdy') }) },
          ]}
          onChange={(dateOrder: NonNullable<ImportChoices['dateOrder']>) => void choose({ dateOrder })}
        />
      )
    }
    case 'decimal-mark': {
      const shown = (mark: ',' | '.'): string => {
        const cents = amountReading(question.example, mark)
        return cents === null ? question.example : format.moneyExact(cents)
      }
      return (
        <Choices
          label={t('questions.decimalMark', { column: question.column, example: question.example })}
          value={choices.decimalMark ?? null}
          options={[
            { value: ',', label: t('questions.decimalComma', { amount: shown(',') }) },
            { value: '.', label: t('questions.decimalPoint', { amount: shown('.') }) },
          ]}
          onChange={(decimalMark: NonNullable<ImportChoices['decimalMark']>) => void choose({ decimalMark })}
        />
      )
    }
    case 'currency': {
      const currencies = question.currencies.map((currency) => format.currencyName(currency))
      return (
        <Choices
          label={t('source:currency', { currencies: format.list(currencies) })}
          value={choices.currency ?? null}
          options={question.currencies.map((value) => ({ value, label: t('source:currencyCounts', { currency: format.currencyName(value) }) }))}
          onChange={(currency) => void choose({ currency })}
        />
      )
    }
    case 'date-column': return <ColumnQuestion field="date" label={t('questions.dateColumn')} flow={flow} />
    case 'amount-column': return <ColumnQuestion field="amount" label={t('questions.amountColumn')} flow={flow} />
    case 'field-column': return <ColumnQuestion field={question.field} label={t('records:question', { field: t(`records:fields.${question.field}`) })} flow={flow} />
    default: return assertNever(question)
  }
}

type ChoicesProps<Value extends string> = {
  readonly label: string
  readonly value: Value | null
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

function Choices<Value extends string>({ label, value, options, onChange }: ChoicesProps<Value>) {
  return (
    <RadioGroup
      className={styles.question}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key)
        if (chosen) onChange(chosen.value)
      }}
    >
      <Label className={styles.label}>{label}</Label>
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className={styles.option}>
          <span className={styles.dot} aria-hidden="true" />
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  )
}

function ColumnQuestion({ field, label, flow }: { readonly field: ColumnField; readonly label: string; readonly flow: ReadyFlow }) {
  const { t } = useTranslation('data')
  const setField = useImport((state) => state.setField)
  return (
    <div className={styles.column}>
      <Select
        label={label}
        value={null}
        options={flow.preview.columns.map((column) => {
          const name = columnName(column, (number) => t('preview.unnamed', { number }))
          const sample = column.samples.find((text) => text.trim() !== '')
          return { value: String(column.index), label: name, ...(sample === undefined ? {} : { note: t('questions.sample', { sample }) }) }
        })}
        onChange={(index) => void setField(Number(index), field)}
      />
    </div>
  )
}
