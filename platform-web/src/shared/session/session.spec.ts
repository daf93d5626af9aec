// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer } from '@/shared/testing/fakeServer'
import { useSession, type Account } from './session'

const LIN: Account = {
  id: '01a20858-b910-7000-9b58-accdc8a976f0',
  displayName: '小林的闲置',
  maskedContact: 'l***@xunshi.example',
  roles: ['RESIDENT'],
  realNameVerified: false,
  createdAt: '2026-11-24T00:00:00Z',
}

beforeEach(() => setActivePinia(createPinia()))
afterEach(() => vi.unstubAllGlobals())

describe('the session', () => {
  it('is asked for once, however many want to know', async () => {
    const asked = fakeServer(() => ({ body: { account: LIN } }))
    const session = useSession()
    await Promise.all([session.whenKnown(), session.whenKnown()])
    expect(asked).toHaveLength(1)
    expect(session.isSignedIn).toBe(true)
    expect(session.has('RESIDENT')).toBe(true)
    expect(session.has('REGULATOR')).toBe(false)
  })

  it('is a visitor’s where nobody is signed in or nobody answers', async () => {
    fakeServer(() => undefined)
    const session = useSession()
    await session.whenKnown()
    expect(session.isSignedIn).toBe(false)
  })

  it('is asked for again where an answer is lost', async () => {
    let isLost = true
    const asked = fakeServer(() => {
      const answer = isLost ? undefined : { body: { account: LIN } }
      isLost = false
      return answer
    })
    const session = useSession()
    await session.whenKnown()
    expect(asked).toHaveLength(2)
    expect(session.isSignedIn).toBe(true)
  })

  it('ends on the server before it ends here', async () => {
    document.cookie = 'XSRF-TOKEN=token'
    const asked = fakeServer(() => ({ status: 204 }))
    const session = useSession()
    session.begin(LIN)
    await session.signOut()
    expect(asked.map(({ method }) => method)).toEqual(['DELETE'])
    expect(session.account).toBeNull()
  })
})
