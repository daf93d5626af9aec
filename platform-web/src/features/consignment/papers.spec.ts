import { describe, expect, it } from 'vitest'
import { formatAmount, yuan } from '@/shared/format/money'
import type { Block } from '@/shared/pdf/papers'
import { agreementPaper, statementPaper, sumsOf, type PaperWords } from './papers'
import type { Agreement, Statement } from './queries'

const WORDS: PaperWords = {
  t: (key, values) => (values === undefined ? key : `${key} ${Object.values(values).join(' ')}`),
  amount: (money) => formatAmount(money, 'zh-CN'),
  date: (instant) => instant.slice(0, 10),
  time: (instant) => instant.slice(0, 16),
  condition: (code) => `成色 ${code}`,
}
const POINT = { name: '二七路寄卖店', address: '二七路 1 号' }

function line(price: number, perMille: number) {
  const commission = Math.round((price * perMille) / 1000)
  return {
    itemCode: 'T7X9',
    title: '收音机',
    price: yuan(price),
    commission: yuan(commission),
    share: yuan(price - commission),
  }
}

function statement(lines: Statement['lines']): Statement {
  return {
    id: 's',
    number: 'S24K',
    agreementCode: 'A9QX',
    way: 'CASH',
    lines,
    amount: sumsOf(lines).share,
    at: '2026-11-27T04:00:00Z',
  }
}

function tableOf(blocks: readonly Block[]) {
  const table = blocks.find((block) => block.kind === 'table')
  if (table === undefined) {
    throw new Error('There is no table')
  }
  return table
}

/** What a reader with a pencil adds up. */
function fenOf(shown: string): number {
  return Math.round(Number(shown.replace(/[^\d.-]/g, '')) * 100)
}

describe('a settlement statement', () => {
  it.each([
    [[1]],
    [[3, 5, 7]],
    [[19_99, 101, 33, 1_000_001]],
    [Array.from({ length: 60 }, (_, i) => 1 + i * 37)],
  ])('adds up to the fen: %j', (prices) => {
    const { rows, total } = tableOf(
      statementPaper(statement(prices.map((one) => line(one, 125))), POINT, WORDS),
    )
    for (const column of [1, 2, 3]) {
      const added = rows.reduce((sum, row) => sum + fenOf(row[column] ?? ''), 0)
      expect(fenOf(total?.[column] ?? '')).toBe(added)
    }
    expect(fenOf(total?.[2] ?? '') + fenOf(total?.[3] ?? '')).toBe(fenOf(total?.[1] ?? ''))
  })

  it('takes off what a line takes back', () => {
    const taken = { ...line(0, 0), price: yuan(-1_999), commission: yuan(-250), share: yuan(-1_749) }
    const { rows, total } = tableOf(statementPaper(statement([line(5_001, 125), taken]), POINT, WORDS))
    expect(rows[1]?.slice(1)).toEqual(['-¥19.99', '-¥2.50', '-¥17.49'])
    expect(total?.slice(1)).toEqual(['¥30.02', '¥3.75', '¥26.27'])
  })

  it('is signed where money changes hands, and not where it went to a balance', () => {
    const paper = statement([line(5_000, 100)])
    expect(statementPaper(paper, POINT, WORDS).at(-1)?.kind).toBe('signatures')
    expect(statementPaper({ ...paper, way: 'BALANCE' }, POINT, WORDS).at(-1)?.kind).toBe('text')
  })
})

describe('an agreement', () => {
  const agreement: Agreement = {
    id: 'a',
    code: 'A9QX',
    point: { id: 'p', ...POINT, hours: '9–18' },
    consignor: '王*',
    endChoice: 'RETURN',
    markdowns: [
      { afterDays: 30, percentOff: 10, at: '2026-12-27T00:00:00Z' },
      { afterDays: 60, percentOff: 20, at: '2027-01-26T00:00:00Z' },
    ],
    signedAt: '2026-11-27T00:00:00Z',
    termEndsAt: '2027-02-25T00:00:00Z',
    items: [],
    settlements: [],
    owed: yuan(0),
  }

  it('says what was agreed on, and names its owner only to who may know', () => {
    const said = JSON.stringify(agreementPaper(agreement, 'https://xunshi.example/consignments/A9QX', WORDS))
    expect(said).toContain('王*')
    expect(said).toContain('consignment.markdownOn 2027-01-26 20')
    expect(said).toContain('consignment.endChoice.RETURN')
    expect(said).toContain('https://xunshi.example/consignments/A9QX')
    expect(JSON.stringify(agreementPaper({ ...agreement, consignor: null }, '', WORDS))).not.toContain(
      'consignment.owner',
    )
  })
})
