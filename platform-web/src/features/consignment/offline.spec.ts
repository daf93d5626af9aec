// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer } from '@/shared/testing/fakeServer'
import { enter, START } from './counter'
import { findOnShelf, keepSale, lastCopy } from './tillStore'

vi.mock('./tillStore')

const PRICE = { amount: 30_000, currency: 'CNY' }
const COPIED = { code: 'T7K3', title: '老榆木衣柜', price: PRICE, edition: 3, promised: false, shelf: 'A-3' }
const CASHIER = 'somebody'

beforeEach(() => {
  vi.mocked(findOnShelf).mockResolvedValue(COPIED)
  vi.mocked(lastCopy).mockResolvedValue({ pointId: 'point', asOf: '2026-11-27T01:00:00Z' })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetAllMocks()
})

describe('the counter without a connection', () => {
  it('sells by the copy of the shelf, for cash, and keeps the sale', async () => {
    fakeServer(() => undefined)
    const asked = await enter(START, 'T7K3', CASHIER)
    expect(asked).toMatchObject({ at: 'offline-cash', item: COPIED })

    const sold = await enter(asked, '350', CASHIER)

    expect(sold).toMatchObject({ at: 'offline-sold' })
    expect(keepSale).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ itemCode: 'T7K3', price: PRICE, soldBy: CASHIER, pointId: 'point' }),
    )
  })

  it('keeps nothing for too little cash', async () => {
    fakeServer(() => undefined)
    const asked = await enter(START, 'T7K3', CASHIER)

    await expect(enter(asked, '299.99', CASHIER)).resolves.toMatchObject({ isTooLittle: true })
    expect(keepSale).not.toHaveBeenCalled()
  })

  it('keeps a sale whose answer was lost under the id that it was sent with', async () => {
    const asked = fakeServer(({ method }) =>
      method === 'POST' ? undefined : { body: { ...COPIED, state: 'ON_SALE' } },
    )
    const cash = await enter(START, 'T7K3', CASHIER)

    await enter(cash, '', CASHIER)

    const sent = asked.find(({ method }) => method === 'POST')?.body as { id: string }
    expect(keepSale).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: sent.id }))
  })

  it('asks for the pickup code where somebody bought it online at the same moment', async () => {
    fakeServer(({ method }) =>
      method === 'PUT' ? { status: 409, body: {} } : { body: { ...COPIED, state: 'ON_SALE' } },
    )
    await expect(enter(START, 'T7K3', CASHIER)).resolves.toMatchObject({ at: 'pickup' })
  })

  it('does not know what was not on the shelf', async () => {
    fakeServer(() => undefined)
    vi.mocked(findOnShelf).mockResolvedValue(undefined)
    await expect(enter(START, 'T7K3', CASHIER)).rejects.toMatchObject({ status: 0 })
  })
})
