import fontkit from '@cantoo/fontkit'
import { PDFDocument, rgb, type PDFFont, type PDFPage } from '@cantoo/pdf-lib'
import fontUrl from '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff?url'
import { encode } from 'uqr'
import { placesOn, type LabelPlace, type LabelSheet } from './labelSheets'

/** What stands on a label. */
interface LabelText {
  code: string
  title: string
  /** As it is read. */
  price: string
  shelf: string
}

/** PDF counts in points of 1/72 inch from the lower left corner (ISO 32000-1, 8.3.2.3). */
const POINTS_PER_MM = 72 / 25.4

const INK = rgb(0, 0, 0)
const TEXT_SIZE_MAX = 13
const TITLE_LINES = 2

/** Labels that are printed at actual size; only the characters that are on them are embedded. */
export async function labelPdf(
  sheet: LabelSheet,
  labels: readonly LabelText[],
  first: number,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.registerFontkit(fontkit)
  const font = await pdf.embedFont(await fontBytes(), { subset: true })
  const pages: PDFPage[] = []
  for (const [i, place] of placesOn(sheet, labels.length, first).entries()) {
    const page = (pages[place.page] ??= pdf.addPage([pt(sheet.width), pt(sheet.height)]))
    const label = labels[i]
    if (label !== undefined) {
      draw(page, sheet, place, label, font)
    }
  }
  return pdf.save()
}

async function fontBytes(): Promise<ArrayBuffer> {
  const answer = await fetch(fontUrl)
  if (!answer.ok) {
    throw new Error(`The font cannot be had: ${String(answer.status)}`)
  }
  return answer.arrayBuffer()
}

function draw(page: PDFPage, sheet: LabelSheet, { x, y }: LabelPlace, label: LabelText, font: PDFFont): void {
  const { width, height } = sheet.label
  const { padding } = sheet
  const qr = Math.min(height - 2 * padding, width * 0.4)
  drawQr(page, sheet, { x: x + padding, y: y + (height - qr) / 2, size: qr }, label.code)
  const text = { x: x + padding + qr + 1.5, width: width - qr - 2 * padding - 1.5 }
  const size = Math.min(height / 3, TEXT_SIZE_MAX)
  const lines = [
    ...wrap(label.title, font, size * 0.8, pt(text.width)).map((words) => ({ words, size: size * 0.8 })),
    { words: label.price, size: fitting(label.price, font, size * 1.3, pt(text.width)) },
    { words: label.code, size: fitting(label.code, font, size * 0.7, pt(text.width)) },
    { words: label.shelf, size: fitting(label.shelf, font, size * 0.7, pt(text.width)) },
  ]
  let top = pt(sheet.height - y - padding)
  for (const line of lines) {
    top -= line.size * 1.15
    page.drawText(line.words, { x: pt(text.x), y: top, size: line.size, font, color: INK })
  }
}

/** As one path: sharp on every printer, and without seams between its squares. */
function drawQr(
  page: PDFPage,
  sheet: LabelSheet,
  { x, y, size }: { x: number; y: number; size: number },
  text: string,
): void {
  const code = encode(text, { ecc: 'M', border: 1 })
  const dark = code.data.flatMap((row, i) =>
    row.map((isDark, j) => (isDark ? `M${String(j)} ${String(i)}h1v1h-1z` : '')),
  )
  page.drawSvgPath(dark.join(''), {
    x: pt(x),
    y: pt(sheet.height - y),
    scale: pt(size) / code.size,
    color: INK,
  })
}

/** Chinese may break anywhere; what does not fit in two lines is left out. */
function wrap(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const character of text) {
    if (font.widthOfTextAtSize(line + character, size) > width) {
      lines.push(line)
      line = ''
    }
    line += character
  }
  return [...lines, line].slice(0, TITLE_LINES)
}

/** The size, or as much less as a line needs to fit. */
function fitting(text: string, font: PDFFont, size: number, width: number): number {
  const actual = font.widthOfTextAtSize(text, size)
  return actual > width ? (size * width) / actual : size
}

function pt(millimetres: number): number {
  return millimetres * POINTS_PER_MM
}
