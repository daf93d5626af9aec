/** A sheet of labels, in millimetres from its upper left corner. */
export interface LabelSheet {
  readonly id: 'A4_70X37' | 'A4_63X34' | 'A4_38X21' | 'ROLL_62X29'
  readonly width: number
  readonly height: number
  readonly columns: number
  readonly rows: number
  readonly label: { readonly width: number; readonly height: number }
  readonly margin: { readonly left: number; readonly top: number }
  /** Between two columns; rows touch. */
  readonly gap: number
  /** Within a label; printers leave the outermost four millimetres of a sheet white. */
  readonly padding: number
}

const A4 = { width: 210, height: 297 }

/** What stationers sell. A roll is a sheet of one label. */
export const LABEL_SHEETS: readonly LabelSheet[] = [
  {
    id: 'A4_70X37',
    ...A4,
    columns: 3,
    rows: 8,
    label: { width: 70, height: 37 },
    margin: { left: 0, top: 0.5 },
    gap: 0,
    padding: 4.5,
  },
  {
    id: 'A4_63X34',
    ...A4,
    columns: 3,
    rows: 8,
    label: { width: 63.5, height: 33.9 },
    margin: { left: 7.25, top: 12.9 },
    gap: 2.5,
    padding: 2,
  },
  {
    id: 'A4_38X21',
    ...A4,
    columns: 5,
    rows: 13,
    label: { width: 38.1, height: 21.2 },
    margin: { left: 4.75, top: 10.7 },
    gap: 2.5,
    padding: 1.5,
  },
  {
    id: 'ROLL_62X29',
    width: 62,
    height: 29,
    columns: 1,
    rows: 1,
    label: { width: 62, height: 29 },
    margin: { left: 0, top: 0 },
    gap: 0,
    padding: 2,
  },
]

export interface LabelPlace {
  /** From 0. */
  page: number
  x: number
  y: number
}

export function labelsOn({ columns, rows }: LabelSheet): number {
  return columns * rows
}

/**
 * Where labels go, row by row.
 *
 * @param first the first free label of a partly used sheet, from 1
 */
export function placesOn(sheet: LabelSheet, count: number, first: number): LabelPlace[] {
  return Array.from({ length: count }, (_, i) => placeOf(sheet, first - 1 + i))
}

function placeOf(sheet: LabelSheet, position: number): LabelPlace {
  const onPage = position % labelsOn(sheet)
  const column = onPage % sheet.columns
  const row = Math.floor(onPage / sheet.columns)
  return {
    page: Math.floor(position / labelsOn(sheet)),
    x: sheet.margin.left + column * (sheet.label.width + sheet.gap),
    y: sheet.margin.top + row * sheet.label.height,
  }
}
