// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer } from '@/shared/testing/fakeServer'
import { answerOf, api } from './client'
import { Problem, UNREACHABLE } from './problem'

const CREDENTIALS = { contact: 'lin@xunshi.example', password: 'secret' }

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=; expires=Thu, 01 Jan 1970 00:00:00 GMT'
})
afterEach(() => vi.unstubAllGlobals())

describe('a change', () => {
  it('fetches the CSRF token first and repeats it', async () => {
    const asked = fakeServer(({ method }) => {
      document.cookie = 'XSRF-TOKEN=token-1'
      return method === 'GET' ? { body: { account: null } } : { status: 201, body: {} }
    })
    await answerOf(api.POST('/api/v1/session', { body: CREDENTIALS }))
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/v1/session',
      'POST /api/v1/session',
    ])
    expect(asked[1]?.headers.get('X-XSRF-TOKEN')).toBe('token-1')
    expect(asked[1]?.body).toEqual(CREDENTIALS)
  })

  it('that takes effect once is asked for once more where the connection broke', async () => {
    document.cookie = 'XSRF-TOKEN=token-3'
    let broken = true
    const asked = fakeServer(() => {
      const answer = broken ? undefined : { status: 201, body: { id: '1' } }
      broken = false
      return answer
    })

    await answerOf(
      api.POST('/api/v1/orders', {
        params: { header: { 'Idempotency-Key': 'key-1' } },
        body: { listingId: '0197' },
      }),
    )

    expect(asked.map(({ headers }) => headers.get('Idempotency-Key'))).toEqual(['key-1', 'key-1'])
    expect(asked[1]?.body).toEqual({ listingId: '0197' })
  })

  it('that might take effect twice is not repeated', async () => {
    document.cookie = 'XSRF-TOKEN=token-4'
    const asked = fakeServer(() => undefined)

    const problem = await answerOf(api.POST('/api/v1/session', { body: CREDENTIALS })).catch(
      (error: unknown) => error,
    )

    expect(problem).toMatchObject({ code: UNREACHABLE })
    expect(asked).toHaveLength(1)
  })

  it('takes the token that is there', async () => {
    document.cookie = 'XSRF-TOKEN=token-2'
    const asked = fakeServer(() => ({ status: 201, body: {} }))
    await answerOf(api.POST('/api/v1/session', { body: CREDENTIALS }))
    expect(asked).toHaveLength(1)
    expect(asked[0]?.headers.get('X-XSRF-TOKEN')).toBe('token-2')
  })
})

describe('a request', () => {
  it('says the reader’s language', async () => {
    const asked = fakeServer(() => ({ body: [] }))
    await answerOf(api.GET('/api/v1/districts'))
    expect(asked[0]?.headers.get('Accept-Language')).toMatch(/^(zh-CN|en)$/)
  })

  it('raises a refusal with its texts, its fields and what it carries', async () => {
    fakeServer(() => ({
      status: 409,
      body: {
        code: 'listing.not-available',
        title: '有人抢先一步',
        detail: '请看看类似商品。',
        errors: [{ field: 'price', code: 'x', message: '太低' }],
        similar: [{ id: '1' }],
      },
    }))
    const problem = await answerOf(api.GET('/api/v1/districts')).catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(Problem)
    expect(problem).toMatchObject({
      status: 409,
      code: 'listing.not-available',
      title: '有人抢先一步',
      isPassing: false,
    })
    expect((problem as Problem).messageOf('price')).toBe('太低')
    expect((problem as Problem).extensions['similar']).toEqual([{ id: '1' }])
  })

  it('raises that nobody answers', async () => {
    fakeServer(() => undefined)
    const problem = await answerOf(api.GET('/api/v1/districts')).catch((error: unknown) => error)
    expect(problem).toMatchObject({ code: UNREACHABLE, isPassing: true })
  })
})
