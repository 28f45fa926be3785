import { SaxesParser } from 'saxes'
import { AppError } from '../../../../shared/result.ts'
import { damaged, limits } from './limits.ts'

export type Attributes = Readonly<Record<string, string>>
export type XmlHandler = {
  /** Names come without the prefix of their namespace. */
  readonly open: (name: string, attributes: Attributes) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
  /** Asked after every piece: whether the rest need not be read. */
  readonly isEnough?: () => boolean
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/**
 * Reads XML as it comes in. Documents with a DOCTYPE are refused, so there are no entities to expand; whatever is not well-formed is damaged.
 */
export async function readXml(pieces: AsyncIterable<Uint8Array>, handler: XmlHandler, progress?: (bytes: number) => void): Promise<void> {
  const parser = safeParser(handler)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let bytes = 0
  for await (const piece of pieces) {
    feed(() => { parser.write(decoder.decode(piece, { stream: true })) })
    bytes += piece.length
    progress?.(bytes)
    if (handler.isEnough?.()) return
  }
  feed(() => {
    parser.write(decoder.decode())
    parser.close()
  })
}

function feed(work: () => void): void {
  try {
    work()
  } catch (error) {
    // The parser's own words quote the document.
    throw error instanceof AppError ? error : damaged('xml')
  }
}

function safeParser(handler: XmlHandler) {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  let attributes = 0
  parser.on('doctype', () => { throw damaged('doctype') })
  parser.on('attribute', () => {
    if (++attributes > limits.xmlAttributes) throw damaged('attributes')
  })
  parser.on('opentag', (tag) => {
    attributes = 0
    if (++depth > limits.xmlDepth) throw damaged('depth')
    handler.open(withoutPrefix(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth--
    handler.close?.(withoutPrefix(tag.name))
  })
  const { text } = handler
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  return parser
}
