import { wrap, type WidthOf } from './lines'

/** What a paper consists of, from its top to its end. */
export type Block =
  | { kind: 'title'; text: string; number: string }
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'facts'; rows: readonly (readonly [name: string, value: string])[] }
  | Table
  | { kind: 'code'; text: string; beside: readonly string[] }
  | { kind: 'signatures'; names: readonly string[] }

interface Table {
  kind: 'table'
  columns: readonly { title: string; share: number; isNumber?: boolean }[]
  rows: readonly (readonly string[])[]
  /** The last line, of sums. */
  total?: readonly string[]
}

/** Something that has its place on a page, in points from the upper left corner. */
export type Placed =
  | { kind: 'text'; page: number; words: string; x: number; y: number; size: number }
  | { kind: 'rule'; page: number; x: number; y: number; length: number }
  | { kind: 'qr'; page: number; text: string; x: number; y: number; size: number }

export const A4 = { width: 595.28, height: 841.89 }

const MARGIN = 48
const FOOTER = 28
const WIDTH = A4.width - 2 * MARGIN
const BOTTOM = A4.height - MARGIN - FOOTER
const SIZE = 10
const LINE = 1.4
const CELL_PADDING = 5
const FACT_NAME = 110
const QR = 88
const SIGNATURE = 64

interface Row {
  cells: readonly (readonly string[])[]
  height: number
}

/**
 * Where everything goes on sheets of A4, and how many there are. A table that goes on has its head on every sheet; a row, a
 * code and the lines for signatures are never cut in two.
 */
export function layOut(
  blocks: readonly Block[],
  footer: string,
  widthOf: WidthOf,
): { placed: Placed[]; pages: number } {
  const layout = new Layout(widthOf)
  for (const block of blocks) {
    layout.add(block)
  }
  return layout.finish(footer)
}

class Layout {
  private readonly placed: Placed[] = []
  private page = 0
  private y = MARGIN

  constructor(private readonly widthOf: WidthOf) {}

  add(block: Block): void {
    switch (block.kind) {
      case 'title':
        this.text(block.text, 20)
        this.text(block.number, 12)
        this.y += 8
        break
      case 'heading':
        this.y += 8
        this.makeRoom(60)
        this.text(block.text, 12)
        break
      case 'text':
        this.text(block.text, SIZE)
        this.y += 4
        break
      case 'facts':
        block.rows.forEach(([name, value]) => this.fact(name, value))
        this.y += 6
        break
      case 'table':
        this.table(block)
        break
      case 'code':
        this.code(block.text, block.beside)
        break
      case 'signatures':
        this.signatures(block.names)
    }
  }

  finish(footer: string): { placed: Placed[]; pages: number } {
    const pages = this.page + 1
    for (let page = 0; page < pages; page++) {
      const words = `${footer} · ${String(page + 1)} / ${String(pages)}`
      this.placed.push({ kind: 'text', page, words, x: MARGIN, y: A4.height - MARGIN, size: 8 })
    }
    return { placed: this.placed, pages }
  }

  private text(text: string, size: number): void {
    for (const line of wrap(text, size, WIDTH, this.widthOf)) {
      this.makeRoom(size * LINE)
      this.y += size * LINE
      this.words(line, MARGIN, this.y, size)
    }
  }

  private fact(name: string, value: string): void {
    const lines = wrap(value, SIZE, WIDTH - FACT_NAME, this.widthOf)
    this.makeRoom(lines.length * SIZE * LINE)
    this.words(name, MARGIN, this.y + SIZE * LINE, SIZE)
    for (const line of lines) {
      this.y += SIZE * LINE
      this.words(line, MARGIN + FACT_NAME, this.y, SIZE)
    }
  }

  private table(table: Table): void {
    const head = this.rowOf(
      table,
      table.columns.map(({ title }) => title),
    )
    const rows = table.rows.map((row) => this.rowOf(table, row))
    this.makeRoom(head.height + (rows[0]?.height ?? 0))
    this.row(table, head)
    for (const row of rows) {
      if (this.makeRoom(row.height)) {
        this.row(table, head)
      }
      this.row(table, row)
    }
    if (table.total !== undefined) {
      const total = this.rowOf(table, table.total)
      if (this.makeRoom(total.height)) {
        this.row(table, head)
      }
      this.row(table, total)
    }
    this.y += 8
  }

  private rowOf(table: Table, cells: readonly string[]): Row {
    const wrapped = cells.map((cell, i) =>
      wrap(cell, SIZE, (table.columns[i]?.share ?? 0) * WIDTH - 2 * CELL_PADDING, this.widthOf),
    )
    const lines = Math.max(...wrapped.map(({ length }) => length))
    return { cells: wrapped, height: lines * SIZE * LINE + 2 * CELL_PADDING }
  }

  private row(table: Table, { cells, height }: Row): void {
    let x = MARGIN
    for (const [i, lines] of cells.entries()) {
      const width = (table.columns[i]?.share ?? 0) * WIDTH
      for (const [j, line] of lines.entries()) {
        const left =
          table.columns[i]?.isNumber === true
            ? x + width - CELL_PADDING - this.widthOf(line, SIZE)
            : x + CELL_PADDING
        this.words(line, left, this.y + CELL_PADDING + (j + 0.8) * SIZE * LINE, SIZE)
      }
      x += width
    }
    this.y += height
    this.rule(MARGIN, this.y, WIDTH)
  }

  private code(text: string, beside: readonly string[]): void {
    const left = MARGIN + QR + 14
    const lines = beside.flatMap((one) => wrap(one, SIZE, WIDTH - QR - 14, this.widthOf))
    const height = Math.max(QR, lines.length * SIZE * LINE) + 8
    this.makeRoom(height)
    this.placed.push({ kind: 'qr', page: this.page, text, x: MARGIN, y: this.y + 4, size: QR })
    lines.forEach((line, i) => this.words(line, left, this.y + 4 + (i + 1) * SIZE * LINE, SIZE))
    this.y += height
  }

  private signatures(names: readonly string[]): void {
    this.makeRoom(SIGNATURE)
    const width = (WIDTH - 24 * (names.length - 1)) / names.length
    for (const [i, name] of names.entries()) {
      const x = MARGIN + i * (width + 24)
      this.rule(x, this.y + SIGNATURE - 22, width)
      this.words(name, x, this.y + SIGNATURE - 8, SIZE)
    }
    this.y += SIGNATURE
  }

  /** Begins a sheet where the last has not so much room left; true where it did. */
  private makeRoom(height: number): boolean {
    if (this.y + height <= BOTTOM || this.y === MARGIN) {
      return false
    }
    this.page++
    this.y = MARGIN
    return true
  }

  private words(words: string, x: number, y: number, size: number): void {
    this.placed.push({ kind: 'text', page: this.page, words, x, y, size })
  }

  private rule(x: number, y: number, length: number): void {
    this.placed.push({ kind: 'rule', page: this.page, x, y, length })
  }
}
