import { describe, expect, it } from 'vitest'
import { fateOf, isPersonal, isPublic, KEPT_AT, saidWhen } from './answers'

describe('what is kept of the server’s answers', () => {
  it.each(['/api/v1/categories', '/api/v1/listings/0197', '/api/v1/points', '/api/v1/receipts/R1'])(
    'keeps %s for everybody',
    (path) => {
      expect(isPublic(path)).toBe(true)
      expect(isPersonal(path)).toBe(false)
    },
  )

  it.each([
    '/api/v1/session',
    '/api/v1/orders/0197',
    '/api/v1/my/orders',
    '/api/v1/conversations/7/messages',
  ])('keeps %s until its reader signs out', (path) => {
    expect(isPersonal(path)).toBe(true)
    expect(isPublic(path)).toBe(false)
  })

  it.each(['/api/v1/my/events', '/api/v1/oversight/trades', '/api/v1/accounts', '/api/v1/search'])(
    'keeps nothing of %s',
    (path) => {
      expect(isPublic(path) || isPersonal(path)).toBe(false)
    },
  )

  it('says when the server gave an answer', async () => {
    const kept = new Response('{}', { headers: { Date: 'Thu, 26 Nov 2026 08:00:00 GMT', ETag: '"1"' } })

    const said = saidWhen(kept)

    expect(said.headers.get(KEPT_AT)).toBe('2026-11-26T08:00:00.000Z')
    expect(said.headers.get('ETag')).toBe('"1"')
    expect(await said.text()).toBe('{}')
  })

  it.each([
    ['/api/v1/orders/0197', 200, {}, 'keep'],
    ['/api/v1/orders/0197', 404, {}, 'pass'],
    ['/api/v1/orders/0197', 503, {}, 'pass'],
    ['/api/v1/my/orders', 401, {}, 'forget'],
    ['/api/v1/session', 200, { account: null }, 'forget'],
    ['/api/v1/session', 200, { account: { id: '1' } }, 'keep'],
  ])('of %s with %i and %j it would %s', async (path, status, body, fate) => {
    expect(await fateOf(path, Response.json(body, { status }))).toBe(fate)
  })
})
