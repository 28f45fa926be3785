/** Encodings with one byte a character: 0x00-0x7F are ASCII in each. */
export const singleByteEncodings = ['windows-1252', 'iso-8859-15', 'macintosh', 'cp850'] as const
export type SingleByteEncoding = (typeof singleByteEncodings)[number]

/**
 * The characters of 0x80-0xFF, sixteen a line; NUL where an encoding leaves a byte open, which then stands for itself. Unicode Consortium,
 * mapping tables CP1252, 8859-15, ROMAN (with the euro sign) and CP850, this one with the euro sign where CP858 has it.
 */
const tables: Readonly<Record<SingleByteEncoding, string>> = {
  'windows-1252': '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0'
    + '\0‘’“”•–—˜™š›œ\0žŸ'
    + '\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯'
    + '°±²³´µ¶·¸¹º»¼½¾¿'
    + 'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  'iso-8859-15': '\0'.repeat(32)
    + '\u00A0¡¢£€¥Š§š©ª«¬\u00AD®¯'
    + '°±²³Žµ¶·ž¹º»ŒœŸ¿'
    + 'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  macintosh: 'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü'
    + '†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø'
    + '¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ'
    + '‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  cp850: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ'
    + 'áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐'
    + '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀'
    + 'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
}

/** The Unicode code points of the bytes 0x80-0xFF. */
const codePoints = Object.fromEntries(singleByteEncodings.map((encoding) =>
  [encoding, Uint16Array.from({ length: 128 }, (_, index) => tables[encoding].charCodeAt(index) || 0x80 + index)])) as Readonly<Record<SingleByteEncoding, Uint16Array>>

/** The character a byte of 0x80 or more stands for. Example: `characterOf('cp850', 0x82)` is `é`. */
export function characterOf(encoding: SingleByteEncoding, byte: number): string {
  return String.fromCharCode(codePoints[encoding][byte - 0x80] ?? byte)
}

/** The same text as UTF-8. Nothing is allocated beyond the result; text below 0x80 is copied as it is. */
export function singleByteToUtf8(bytes: Uint8Array, encoding: SingleByteEncoding): Uint8Array {
  const upper = codePoints[encoding]
  const out = new Uint8Array(bytes.length * 3)
  let length = 0
  for (const byte of bytes) {
    const code = byte < 0x80 ? byte : (upper[byte - 0x80] ?? byte)
    if (code < 0x80) {
      out[length++] = code
    } else if (code < 0x800) {
      out[length++] = 0xC0 | (code >> 6)
      out[length++] = 0x80 | (code & 0x3F)
    } else {
      out[length++] = 0xE0 | (code >> 12)
      out[length++] = 0x80 | ((code >> 6) & 0x3F)
      out[length++] = 0x80 | (code & 0x3F)
    }
  }
  return out.subarray(0, length)
}
