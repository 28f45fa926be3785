import { useTranslation } from 'react-i18next'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { strategyNames } from '../../shared/contract/strategies.ts'
import styles from './StrategyList.module.css'
import { usePlan } from './use-plan.ts'

/** What one could do. One is open. */
export function StrategyList() {
  const { t } = useTranslation('plan')
  const strategy = usePlan((state) => state.draft?.strategy ?? null)
  const chooseStrategy = usePlan((state) => state.chooseStrategy)
  return (
    <RadioGroup
      className={styles.list!} value={strategy}
      onChange={(chosen) => {
        const name = strategyNames.find((each) => each === chosen)
        if (name !== undefined) chooseStrategy(name)
      }}
    >
      <Label className={styles.heading!}>{t('strategies.heading')}</Label>
      {strategyNames.map((name) => (
        <Radio key={name} value={name} className={styles.idea!}>
          <span className={styles.name}>{t(`strategies.${name}.name`)}</span>
          <span className={styles.sentence}>{t(`strategies.${name}.sentence`)}</span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
