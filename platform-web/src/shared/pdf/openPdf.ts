import fontkit from '@cantoo/fontkit'
import { PDFDocument, rgb, type PDFFont, type PDFPage } from '@cantoo/pdf-lib'
import fontUrl from '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff?url'
import { encode } from 'uqr'

const INK = rgb(0, 0, 0)
const LINE = rgb(0.6, 0.6, 0.6)

/** One page; places are in points from its upper left corner. */
interface Sheet {
  /** @param at the left end of the line that the letters stand on */
  text(words: string, at: { x: number; y: number; size: number }): void
  rule(from: { x: number; y: number }, length: number): void
  /** @param at its upper left corner */
  qr(text: string, at: { x: number; y: number; size: number }): void
}

export interface Pdf {
  widthOf(words: string, size: number): number
  addPage(width: number, height: number): Sheet
  save(): Promise<Uint8Array>
}

/**
 * A document that is made in the browser; only the characters that are in it are embedded. This module brings the writer,
 * which is large: it is loaded with the first document, and by nothing else.
 */
export async function openPdf(): Promise<Pdf> {
  const pdf = await PDFDocument.create()
  pdf.registerFontkit(fontkit)
  const font = await pdf.embedFont(await fontBytes(), { subset: true })
  return {
    widthOf: (words, size) => font.widthOfTextAtSize(narrow(words), size),
    addPage: (width, height) => sheetOf(pdf.addPage([width, height]), height, font),
    save: () => pdf.save(),
  }
}

/** PDF counts from the lower left corner. */
function sheetOf(page: PDFPage, height: number, font: PDFFont): Sheet {
  return {
    text: (words, { x, y, size }) => {
      page.drawText(narrow(words), { x, y: height - y, size, font, color: INK })
    },
    rule: ({ x, y }, length) => {
      const start = { x, y: height - y }
      page.drawLine({ start, end: { x: x + length, y: height - y }, thickness: 0.6, color: LINE })
    },
    qr: (text, { x, y, size }) => {
      const { path, squares } = qrPath(text)
      page.drawSvgPath(path, { x, y: height - y, scale: size / squares, color: INK })
    },
  }
}

/** The font has the one apostrophe as wide as a Chinese character. */
function narrow(words: string): string {
  return words.replace(/(?<=[A-Za-z])’/g, "'")
}

/** As one path: sharp on every printer, and without seams between its squares. */
function qrPath(text: string): { path: string; squares: number } {
  const code = encode(text, { ecc: 'M', border: 1 })
  const dark = code.data.flatMap((row, i) =>
    row.map((isDark, j) => (isDark ? `M${String(j)} ${String(i)}h1v1h-1z` : '')),
  )
  return { path: dark.join(''), squares: code.size }
}

async function fontBytes(): Promise<ArrayBuffer> {
  const answer = await fetch(fontUrl)
  if (!answer.ok) {
    throw new Error(`The font cannot be had: ${String(answer.status)}`)
  }
  return answer.arrayBuffer()
}
