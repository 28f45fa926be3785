import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { on } from '../api.ts'
import styles from './DropTarget.module.css'
import { offerFiles, pickFiles, takeFiles } from './take-files.ts'

const holdsFiles = (event: DragEvent): event is DragEvent & { dataTransfer: DataTransfer } => event.dataTransfer?.types.includes('Files') ?? false

/** Makes the whole window a place to drop files on, whichever screen is open, and takes files that come from outside it. */
export function DropTarget() {
  const { t } = useTranslation('data')
  const [isOver, setIsOver] = useState(false)

  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setIsOver(true)
    }
    // Moving between two elements leaves one of them; only leaving the window has nowhere to go to.
    const leave = (event: DragEvent): void => { if (event.relatedTarget === null) setIsOver(false) }
    const drop = (event: DragEvent): void => {
      setIsOver(false)
      if (!holdsFiles(event)) return
      event.preventDefault()
      void takeFiles([...event.dataTransfer.files])
    }
    // Where the screen changes under the hand, the entering of what came in its place is all that is asked before the drop.
    document.addEventListener('dragenter', over)
    document.addEventListener('dragover', over)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    const stopOpened = on('files:opened', ({ files }) => offerFiles(files))
    const stopMenu = on('menu:command', ({ command }) => { if (command === 'import') void pickFiles() })
    return () => {
      document.removeEventListener('dragenter', over)
      document.removeEventListener('dragover', over)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
      stopOpened()
      stopMenu()
    }
  }, [])

  if (!isOver) return null
  return (
    // It lies under the hand itself: a drop goes to what was there when the hand last moved, and is lost where that is a screen that has gone since.
    // No pointer moves during a drag: where one does, the drag ended without the page hearing of it.
    <div className={styles.overlay} onPointerMove={() => setIsOver(false)}>
      <div className={styles.invitation}>
        <p className={styles.title}>{t('drop.title')}</p>
        <p>{t('drop.body')}</p>
      </div>
    </div>
  )
}
