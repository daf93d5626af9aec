import { describe, expect, it } from 'vitest'
import { formatAmount } from '@/shared/format/money'
import { receiptPaper, type ReceiptWords } from './receiptPaper'
import fixture from './receipt.fixture.json'

const WORDS: ReceiptWords = {
  t: (key, values) => (values === undefined ? key : `${key} ${Object.values(values).join(' ')}`),
  amount: (money) => formatAmount(money, 'zh-CN'),
  time: (instant) => instant,
  number: String,
  thing: (category) => category,
}

describe('a receipt on paper', () => {
  it('says each step as the log has it, and where to check it', () => {
    const receipt = fixture
    const paper = receiptPaper('O-1', 'https://xunshi.example/receipts/O-1', receipt, WORDS)
    const steps = paper.filter((block) => block.kind === 'facts')
    expect(steps).toHaveLength(receipt.records.length)
    for (const [i, { index }] of receipt.records.entries()) {
      expect(JSON.stringify(steps[i])).toContain(`trace.position ${String(index)}`)
    }
    const said = JSON.stringify(paper)
    expect(said).toContain(receipt.rootHash)
    expect(said).toContain('https://xunshi.example/receipts/O-1')
  })

  it('leaves out what this page does not know', () => {
    const strange = { ...fixture.records[0], entry: '{"t":7}' }
    const paper = receiptPaper('O-1', '', { ...fixture, records: [strange as never] }, WORDS)
    expect(paper.some((block) => block.kind === 'facts')).toBe(false)
  })
})
