import { describe, expect, it } from 'vitest'
import type { ImportedRow } from './lotFileQueries'
import { base64Of, countsOf, faultsFile, refusedFirst } from './lotFiles'

const fine: ImportedRow = {
  row: 2,
  reference: 'A-1',
  title: '旧铝',
  result: 'READY',
  lotId: null,
  faults: [],
}
const wrong: ImportedRow = {
  row: 3,
  reference: 'A-2',
  title: '=1+1, "旧铝"',
  result: 'REFUSED',
  lotId: null,
  faults: [
    { column: '数量(t)', field: 'quantity', code: 'exchange.field.sheet-number', message: '请填数字' },
    { column: '', field: '', code: 'exchange.stock-short', message: '库存不足' },
  ],
}

describe('a file of lots', () => {
  it('is sent in Base64', async () => {
    expect(await base64Of(new File(['货源'], 'lots.csv'))).toBe('6LSn5rqQ')
  })

  it('shows first what has to be mended, and counts the rest', () => {
    expect(refusedFirst([fine, wrong, { ...fine, row: 4 }]).map(({ row }) => row)).toEqual([3, 2, 4])
    expect(countsOf([fine, wrong])).toEqual({ READY: 1, OFFERED: 0, KNOWN: 0, REFUSED: 1 })
  })

  it('has its faults written so that no spreadsheet reckons with them', () => {
    expect(faultsFile([fine, wrong], ['行', '自有编号', '标题', '列', '问题'])).toBe(
      '\uFEFF行,自有编号,标题,列,问题\r\n' +
        '3,A-2,"\'=1+1, ""旧铝""",数量(t),请填数字\r\n' +
        '3,A-2,"\'=1+1, ""旧铝""",,库存不足\r\n',
    )
  })
})
