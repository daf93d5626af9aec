import { describe, expect, it } from 'vitest'
import { wrap } from './lines'
import { A4, layOut, type Block, type Placed } from './papers'

/** A font in which Chinese characters are square and all others half as wide. */
const widthOf = (words: string, size: number) =>
  Array.from(words).reduce((width, one) => width + (one > '⺀' ? size : size / 2), 0)

function table(rows: number, title = '书架'): Block {
  return {
    kind: 'table',
    columns: [
      { title: '物品', share: 0.6 },
      { title: '实付', share: 0.4, isNumber: true },
    ],
    rows: Array.from({ length: rows }, (_, i) => [`${title}${String(i + 1)}`, '¥1.01']),
    total: ['合计', `¥${String(rows)}.00`],
  }
}

function texts(placed: readonly Placed[]) {
  return placed.filter((one) => one.kind === 'text')
}

describe('a paper', () => {
  it('repeats the head of a table of sixty lines on each sheet, and loses no line', () => {
    const { placed, pages } = layOut(
      [{ kind: 'title', text: '结算单', number: 'S1' }, table(60)],
      'S1',
      widthOf,
    )
    expect(pages).toBe(3)
    const words = texts(placed)
    expect(words.filter((one) => one.words === '物品').map(({ page }) => page)).toEqual([0, 1, 2])
    expect(words.map((one) => one.words).filter((one) => one.startsWith('书架'))).toHaveLength(60)
    expect(words.filter((one) => one.words === '合计')).toHaveLength(1)
    expect(words.map((one) => one.words)).toEqual(expect.arrayContaining(['S1 · 1 / 3', 'S1 · 3 / 3']))
  })

  it.each([1, 7, 24, 25, 26, 59, 60])(
    'draws nothing beside a sheet or over another line: %i lines',
    (rows) => {
      const { placed } = layOut(
        [
          table(rows, '一台很旧但仍然能用的洗衣机，带进水管和说明书，需要两个人搬'),
          { kind: 'signatures', names: ['甲方', '乙方'] },
        ],
        'S1',
        widthOf,
      )
      for (const one of texts(placed)) {
        expect(one.x).toBeGreaterThanOrEqual(40)
        expect(one.x + widthOf(one.words, one.size)).toBeLessThanOrEqual(A4.width - 40)
        expect(one.y).toBeLessThanOrEqual(A4.height - 40)
      }
      const places = texts(placed).map(({ page, x, y }) => `${String(page)}/${x.toFixed(1)}/${y.toFixed(1)}`)
      expect(new Set(places).size).toBe(places.length)
    },
  )

  it('keeps a code and the lines for signatures whole on the next sheet', () => {
    for (let rows = 20; rows < 32; rows++) {
      const { placed } = layOut(
        [
          table(rows),
          { kind: 'code', text: 'A1', beside: ['凭此纸领取'] },
          { kind: 'signatures', names: ['甲'] },
        ],
        'A1',
        widthOf,
      )
      for (const one of placed.filter((each) => each.kind === 'qr')) {
        expect(one.y + one.size).toBeLessThan(A4.height - 70)
      }
    }
  })

  it('breaks Chinese anywhere, words between them, and what has no gap where it must', () => {
    expect(wrap('一二三四五', 10, 30, widthOf)).toEqual(['一二三', '四五'])
    expect(wrap('old kitchen table', 10, 60, widthOf)).toEqual(['old kitchen', 'table'])
    expect(wrap('T7X9K2M4Q8', 10, 25, widthOf)).toEqual(['T7X9K', '2M4Q8'])
    expect(wrap('', 10, 25, widthOf)).toEqual([''])
  })
})
