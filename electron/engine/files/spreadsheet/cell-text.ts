import { limits, tooLarge } from './limits.ts'

/** Gathers the text of a cell from its runs (rich text has several); how it is to be pronounced is read over. */
export class CellText {
  text = ''
  private collecting = false
  private phonetic = 0

  open(tag: string): void {
    if (tag === 'rPh') this.phonetic++
    else if (tag === 't' || tag === 'v') this.collecting = this.phonetic === 0
  }

  add(text: string): void {
    if (!this.collecting) return
    this.text += text
    if (this.text.length > limits.cellCharacters) throw tooLarge('cell')
  }

  close(tag: string): void {
    if (tag === 'rPh') this.phonetic--
    else if (tag === 't' || tag === 'v') this.collecting = false
  }

  take(): string {
    const { text } = this
    this.text = ''
    return text
  }
}
