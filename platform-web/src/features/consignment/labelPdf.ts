import { wrap } from '@/shared/pdf/lines'
import type { Pdf } from '@/shared/pdf/openPdf'
import { placesOn, type LabelPlace, type LabelSheet } from './labelSheets'

/** What stands on a label. */
interface LabelText {
  code: string
  title: string
  /** As it is read. */
  price: string
  shelf: string
}

type Page = ReturnType<Pdf['addPage']>

/** PDF counts in points of 1/72 inch (ISO 32000-1, 8.3.2.3). */
const POINTS_PER_MM = 72 / 25.4
const TEXT_SIZE_MAX = 13
const TITLE_LINES = 2

/** Labels that are printed at actual size. */
export async function labelPdf(
  sheet: LabelSheet,
  labels: readonly LabelText[],
  first: number,
): Promise<Uint8Array> {
  const { openPdf } = await import('@/shared/pdf/openPdf')
  const pdf = await openPdf()
  const pages: Page[] = []
  for (const [i, place] of placesOn(sheet, labels.length, first).entries()) {
    const page = (pages[place.page] ??= pdf.addPage(pt(sheet.width), pt(sheet.height)))
    const label = labels[i]
    if (label !== undefined) {
      draw(pdf, page, sheet, place, label)
    }
  }
  return pdf.save()
}

function draw(pdf: Pdf, page: Page, sheet: LabelSheet, { x, y }: LabelPlace, label: LabelText): void {
  const { width, height } = sheet.label
  const { padding } = sheet
  const qr = Math.min(height - 2 * padding, width * 0.4)
  page.qr(label.code, { x: pt(x + padding), y: pt(y + (height - qr) / 2), size: pt(qr) })
  const left = pt(x + padding + qr + 1.5)
  const room = pt(width - qr - 2 * padding - 1.5)
  const size = Math.min(height / 3, TEXT_SIZE_MAX)
  // What does not fit in two lines is left out.
  const title = wrap(label.title, size * 0.8, room, (words, of) => pdf.widthOf(words, of)).slice(
    0,
    TITLE_LINES,
  )
  const lines = [
    ...title.map((words) => ({ words, size: size * 0.8 })),
    { words: label.price, size: fitting(pdf, label.price, size * 1.3, room) },
    { words: label.code, size: fitting(pdf, label.code, size * 0.7, room) },
    { words: label.shelf, size: fitting(pdf, label.shelf, size * 0.7, room) },
  ]
  let line = pt(y + padding)
  for (const { words, size: of } of lines) {
    line += of * 1.15
    page.text(words, { x: left, y: line, size: of })
  }
}

/** The size, or as much less as a line needs to fit. */
function fitting(pdf: Pdf, text: string, size: number, width: number): number {
  const actual = pdf.widthOf(text, size)
  return actual > width ? (size * width) / actual : size
}

function pt(millimetres: number): number {
  return millimetres * POINTS_PER_MM
}
