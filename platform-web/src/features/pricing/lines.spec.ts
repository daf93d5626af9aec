import { expect, it } from 'vitest'
import { howText, quantityText, subjectText, type Words } from './lines'
import type { Line } from './queries'

const words: Words = {
  locale: 'zh-CN',
  unit: (unit) => ({ GRAM: ' kg', FEN_PER_TONNE: ' 元/吨' })[unit as string] ?? '',
  attribute: (code) => (code === 'iron_pct' ? '铁' : code),
  side: (side) => (side === 'BUYER' ? '买方' : side),
}

it('a quantity that is only printed rounded says so', () => {
  expect(quantityText({ amount: 19_588_636, unit: 'GRAM', exact: false }, words)).toBe('≈19,588.636 kg')
  expect(quantityText({ amount: 19_471_000, unit: 'GRAM', exact: true }, words)).toBe('19,471 kg')
  expect(quantityText({ amount: 1_739_200, unit: 'FEN_PER_TONNE', exact: true }, words)).toBe(
    '17,392.00 元/吨',
  )
})

it('a line is reckoned with its own numbers', () => {
  const line: Line = {
    rule: 'MOISTURE',
    subject: 'moisture_pct',
    inputs: [
      { name: 'weight', quantity: { amount: 20_280_000, unit: 'GRAM', exact: true } },
      { name: 'measured', quantity: { amount: 1_500, unit: 'BASIS_POINT', exact: true } },
      { name: 'contract', quantity: { amount: 1_200, unit: 'BASIS_POINT', exact: true } },
    ],
    result: { amount: 19_588_636, unit: 'GRAM', exact: false },
  }

  expect(howText(line, words)).toBe('20,280 kg × (1 − 15%) ÷ (1 − 12%)')
})

it('sides and attributes are named, plates and days are left as they are', () => {
  expect(subjectText('BUYER 豫A12345', words)).toBe('买方 豫A12345')
  expect(subjectText('iron_pct', words)).toBe('铁')
  expect(subjectText('AD 2026-11-02', words)).toBe('AD 2026-11-02')
})
