// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { fakeServer, type Asked } from '@/shared/testing/fakeServer'
import { mountInApp } from '@/shared/testing/mounting'
import type { English, Position } from '../queries'
import BidForm from './BidForm.vue'

afterEach(() => document.body.replaceChildren())

const AUCTION = {
  id: 'a1',
  materialCode: 'NF-AL',
  amount: 28_000_000,
  perPriceUnit: 1_000_000,
  priceFen: 1_650_000,
  english: {
    tickFen: 1_000,
    ladder: { rungs: [], topStepFen: 200_000 },
    fatFingerFactor: 5,
    leastFen: 1_658_000,
    leader: 2,
  },
} as unknown as English

const POSITION = { paddle: 1, leastFen: 1_658_000 } as Position

function ledBy(leader: number): English {
  return { ...AUCTION, english: { ...AUCTION.english, leader } }
}

function shown(leader = 2, position: Partial<Position> = {}) {
  return mountInApp(BidForm, {
    props: {
      auction: ledBy(leader),
      position: { ...POSITION, ...position },
      organisation: 'o1',
    },
  }).wrapper
}

/** What was bid, once somebody has. */
async function bids(asked: readonly Asked[], count = 1) {
  const bodies = () => asked.filter(({ path }) => path === '/api/v1/auctions/a1/bids').map(({ body }) => body)
  await expect.poll(bodies).toHaveLength(count)
  return bodies()
}

const PLACED = { status: 201, body: { auction: ledBy(1), bid: {} } }

/** Takes bids, and knows no materials. */
function server(answer: (asked: Asked) => { status: number; body: unknown }) {
  return fakeServer((asked) => (asked.path === '/api/v1/materials' ? { body: [] } : answer(asked)))
}

function placed() {
  return server(() => PLACED)
}

describe('the form for a bid', () => {
  it('bids the least amount unless another is typed', async () => {
    const asked = placed()
    await shown().get('form').trigger('submit')
    expect(await bids(asked)).toEqual([{ organisation: 'o1', amountFen: 1_658_000, ceilingFen: 1_658_000 }])
  })

  it('goes one step further by a button', async () => {
    placed()
    const form = shown()
    await form.get('button[type="button"]').trigger('click')
    expect(form.get('input').element.value).toBe('16660')
  })

  it('names only the ceiling where the least amount is enough', async () => {
    const asked = placed()
    const form = shown()
    await form.findAll('input')[1]?.setValue('17000')
    await form.get('form').trigger('submit')
    expect(await bids(asked)).toEqual([{ organisation: 'o1', ceilingFen: 1_700_000 }])
  })

  it('raises the ceiling, and nothing else, of who is ahead', async () => {
    const asked = placed()
    const form = shown(1, { leastFen: 1_701_000 })
    expect(form.findAll('input')).toHaveLength(1)
    await form.get('form').trigger('submit')
    expect(await bids(asked)).toEqual([{ organisation: 'o1', ceilingFen: 1_701_000 }])
  })

  it('says what it takes where less is typed, and does not send it', async () => {
    const asked = placed()
    const form = shown()
    await form.get('input').setValue('16500')
    await form.get('form').trigger('submit')
    expect(form.text()).toContain('现在至少要 ¥16,580')
    expect(asked.filter(({ method }) => method === 'POST')).toEqual([])
  })

  it('asks about a digit too many, and bids it once that is meant', async () => {
    const asked = server(({ body }) =>
      body !== null && typeof body === 'object' && 'confirmation' in body
        ? PLACED
        : { status: 409, body: { code: 'auction.unconfirmed', confirmation: 'token' } },
    )
    const form = shown()
    await form.get('input').setValue('165800')
    await form.get('form').trigger('submit')
    await bids(asked)
    await expect.poll(() => form.get('dialog').element.open).toBe(true)
    await form.findAll('dialog button').at(-1)?.trigger('click')
    expect((await bids(asked, 2))[1]).toEqual({
      organisation: 'o1',
      amountFen: 16_580_000,
      ceilingFen: 16_580_000,
      confirmation: 'token',
    })
  })
})
