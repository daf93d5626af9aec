import { describe, expect, it } from 'vitest'
import { badgeOf, cautionsOf, linesOf, messagesOf, stillWaiting, type Outgoing } from './model'
import { placeOf } from './notices'
import type { Message } from './queries'

function said(sequence: number, at = '2026-11-24T04:00:00Z'): Message {
  return {
    sequence,
    at,
    mine: false,
    text: `第${String(sequence)}句`,
    photoCount: 0,
    photos: [],
    cautions: [],
    card: null,
    parameters: {},
  }
}

function outgoing(sequence?: number): Outgoing {
  return { key: 'k', text: '好', photoIds: [], confirmed: false, at: '', state: 'sending', sequence }
}

describe('a conversation', () => {
  it('is in order and without repetitions, however its pages were loaded', () => {
    const pages = [
      { items: [said(3), said(4)], olderBefore: 3, newerAfter: null },
      { items: [said(2), said(3)], olderBefore: 2, newerAfter: 3 },
    ]
    expect(messagesOf(pages).map(({ sequence }) => sequence)).toEqual([2, 3, 4])
  })

  it('has a line before each day of the city', () => {
    const lines = linesOf(
      [said(1, '2026-11-24T15:59:00Z'), said(2, '2026-11-24T16:00:00Z'), said(3, '2026-11-24T17:00:00Z')],
      [],
    )
    expect(lines.map(({ kind }) => kind)).toEqual(['day', 'message', 'day', 'message', 'message'])
  })

  it('shows what is on its way once, until it has come back', () => {
    expect(linesOf([said(1)], [outgoing()]).map(({ kind }) => kind)).toEqual(['day', 'message', 'outgoing'])
    expect(stillWaiting([outgoing(2)], 1)).toHaveLength(1)
    expect(stillWaiting([outgoing(2)], 2)).toHaveLength(0)
  })
})

describe('a refusal', () => {
  it('names what it found, or nothing', () => {
    expect(cautionsOf({ cautions: ['PHONE'] })).toEqual(['PHONE'])
    expect(cautionsOf({})).toEqual([])
  })
})

describe('a badge', () => {
  it.each([
    [1, '1'],
    [99, '99'],
    [100, '99+'],
  ])('of %d says %s', (count, text) => {
    expect(badgeOf(count)).toBe(text)
  })
})

describe('a notification', () => {
  it('leads to what it is about', () => {
    expect(placeOf({ kind: 'MESSAGE_WAITING', subject: 'a', parameters: {} })).toMatchObject({
      name: 'conversation',
    })
    expect(placeOf({ kind: 'SAVED_PRICE_DROPPED', subject: 'a', parameters: {} })).toMatchObject({
      name: 'listing',
    })
    expect(placeOf({ kind: 'SEARCH_DIGEST', subject: 'a', parameters: {} })).toEqual({
      name: 'saved-searches',
    })
    expect(placeOf({ kind: 'ORDER_PAID', subject: 'a', parameters: {} })).toMatchObject({ name: 'order' })
    expect(placeOf({ kind: 'ORDER_PAID', subject: 'a', parameters: { bundleId: 'b' } })).toEqual({
      name: 'bundle',
      params: { id: 'b' },
    })
  })
})
