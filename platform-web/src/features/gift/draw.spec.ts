// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { checkDraw, newTicket, recall, remember } from './draw'
import type { Draw } from './queries'

const [A, B, C] = ['a', 'b', 'c'].map((digit) => digit.repeat(32)) as [string, string, string]

/** The same numbers stand in the server's test: the two must not drift apart. */
const DRAW: Draw = {
  commitment: '60e05bd1b195af2f94112fa7197a5c88289058840ce7c6df9693756bc6250f55',
  seed: '00'.repeat(32),
  tickets: [A, B, C],
  digest: '49b687188a22e9eb559da8c835684136c5b2d73341e661dc314320c3636fe673',
  order: [C, A, B],
}

const MINE = { ticket: A, commitment: DRAW.commitment }

async function failing(draw: Draw, remembered = MINE): Promise<string[]> {
  const { checks } = await checkDraw(draw, remembered)
  return checks.filter(({ holds }) => !holds).map(({ name }) => name)
}

describe('a draw', () => {
  beforeEach(() => localStorage.clear())

  it('is recomputed as the server drew it', async () => {
    expect(await failing(DRAW)).toEqual([])
    expect((await checkDraw(DRAW, MINE)).place).toBe(2)
  })

  it('is checked by an onlooker as far as it is public', async () => {
    const { checks, place } = await checkDraw(DRAW, undefined)

    expect(checks.map(({ name }) => name)).toEqual(['commitment', 'digest', 'order'])
    expect(place).toBeUndefined()
  })

  it.each<[string, Partial<Draw>, string]>([
    ['another seed than promised', { seed: '11'.repeat(32) }, 'commitment'],
    ['another order', { order: [A, C, B] }, 'order'],
    ['a ticket that was slipped in', { tickets: [A, B, C, 'd'.repeat(32)] }, 'digest'],
    ['my ticket left out', { tickets: [B, C] }, 'mine'],
  ])('does not hold with %s', async (_, change, check) => {
    expect(await failing({ ...DRAW, ...change })).toContain(check)
  })

  it('does not hold with another commitment than this browser saw', async () => {
    expect(await failing(DRAW, { ...MINE, commitment: 'f'.repeat(64) })).toEqual(['remembered'])
  })

  it('is remembered by this browser', () => {
    expect(recall('gift')).toBeUndefined()
    remember('gift', MINE)
    expect(recall('gift')).toEqual(MINE)
    expect(newTicket()).toMatch(/^[0-9a-f]{32}$/)
  })
})
