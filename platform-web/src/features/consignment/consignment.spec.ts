// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '@/shared/api/problem'
import { fakeServer } from '@/shared/testing/fakeServer'
import { afterRefusal, enter, isPaperCode, START, type Counter } from './counter'

const PRICE = { amount: 30_000, currency: 'CNY' }

afterEach(() => vi.unstubAllGlobals())

function label(more: object) {
  return { code: 'T7K3', state: 'ON_SALE', promised: false, price: PRICE, ...more }
}

describe('the counter', () => {
  it('knows a paper code from a label, however it was typed', () => {
    expect(isPaperCode('A7K3-9QWT-A2F8-M')).toBe(true)
    expect(isPaperCode(' ａ7k3')).toBe(true)
    expect(isPaperCode('T7K3-9QWT-A2F8-M')).toBe(false)
  })

  it('asks for what the scanned thing needs', async () => {
    fakeServer(() => ({ body: label({}) }))
    await expect(enter(START, 'T7K3', 'somebody')).resolves.toMatchObject({ at: 'cash' })
    fakeServer(() => ({ body: label({ promised: true }) }))
    await expect(enter(START, 'T7K3', 'somebody')).resolves.toMatchObject({ at: 'pickup' })
    fakeServer(() => ({ body: label({ state: 'SOLD' }) }))
    await expect(enter(START, 'T7K3', 'somebody')).resolves.toMatchObject({ at: 'shown' })
    fakeServer(() => ({ body: { code: 'A7K3' } }))
    await expect(enter(START, 'A7K3', 'somebody')).resolves.toMatchObject({ at: 'payout' })
  })

  it('takes the exact sum where nothing is typed, and sells one thing once', async () => {
    const asked = fakeServer(({ method }) => ({ body: method === 'POST' ? { code: 'C1' } : label({}) }))
    const cash = await enter(START, 'T7K3', 'somebody')

    await enter(cash, '', 'somebody')
    await enter(afterRefusal(cash, Problem.unreachable()), '', 'somebody')
    await enter(
      afterRefusal(cash, new Problem(422, 'consignment.not-enough-cash', '', '')),
      '３５０',
      'somebody',
    )

    const sales = asked.filter(({ method }) => method === 'POST')
    expect(sales.map(({ body }) => body)).toMatchObject([
      { itemCode: 'T7K3', price: PRICE, received: PRICE },
      { received: PRICE },
      { received: { amount: 35_000 } },
    ])
    const [first, repeated, another] = sales.map(({ headers }) => headers.get('Idempotency-Key'))
    expect(repeated).toBe(first)
    expect(another).not.toBe(first)
  })

  it('begins anew where nothing is typed after something was done', async () => {
    const done: Counter = { at: 'handed-over', orderCode: 'D1' }
    await expect(enter(done, ' ', 'somebody')).resolves.toEqual(START)
  })
})
