import { useTranslation } from 'react-i18next'
import { Button } from '../ui/controls/Button.tsx'
import styles from './Banners.module.css'
import { useWorkspace } from './workspace-store.ts'

/** What holds for the whole window: the engine is away, or this is not your own shop. */
export function Banners() {
  const { t } = useTranslation('frame')
  const isSample = useWorkspace((state) => state.info?.kind === 'sample')
  const isSwitching = useWorkspace((state) => state.isSwitching)
  const leaveSample = useWorkspace((state) => state.leaveSample)
  const engine = useWorkspace((state) => state.engine)
  return (
    <>
      <div role="alert">
        {engine !== 'running' && <p className={`${styles.banner} ${styles.engine}`}>{t(`engine.${engine}`)}</p>}
      </div>
      {isSample && (
        <aside className={`${styles.banner} ${styles.sample}`}>
          <p>{t('sample.text')}</p>
          <Button variant="quiet" isDisabled={isSwitching} onPress={() => void leaveSample()}>{t('sample.leave')}</Button>
        </aside>
      )}
    </>
  )
}
