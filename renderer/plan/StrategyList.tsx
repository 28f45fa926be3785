import { useTranslation } from 'react-i18next'
import { Radio, RadioGroup } from 'react-aria-components'
import { strategyNames } from '../../shared/contract/lists.ts'
import { Section } from '../ui/layout/Page.tsx'
import styles from './StrategyList.module.css'
import { usePlan } from './store/use-plan.ts'

/** What one could do. One is open. */
export function StrategyList() {
  const { t } = useTranslation('plan')
  const strategy = usePlan((state) => state.draft?.strategy ?? null)
  const chooseStrategy = usePlan((state) => state.chooseStrategy)
  return (
    <Section title={t('strategies.heading')}>
      <RadioGroup
        className={styles.list} aria-label={t('strategies.heading')} value={strategy}
        onChange={(chosen) => {
          const name = strategyNames.find((each) => each === chosen)
          if (name !== undefined) chooseStrategy(name)
        }}
      >
        {strategyNames.map((name) => (
          <Radio key={name} value={name} className={styles.idea}>
            <span className={styles.name}>{t(`strategies.${name}.name`)}</span>
            <span className={styles.sentence}>{t(`strategies.${name}.sentence`)}</span>
          </Radio>
        ))}
      </RadioGroup>
    </Section>
  )
}
