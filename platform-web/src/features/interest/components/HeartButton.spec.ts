// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useSession, type Account } from '@/shared/session/session'
import { fakeServer } from '@/shared/testing/fakeServer'
import { mountInApp } from '@/shared/testing/mounting'
import HeartButton from './HeartButton.vue'

const WANG: Account = {
  id: '01a20858-b910-7000-9b58-accdc8a976f1',
  displayName: '小王',
  maskedContact: 'w***@xunshi.example',
  roles: ['RESIDENT'],
  realNameVerified: false,
  createdAt: '2026-11-24T00:00:00Z',
}
const LISTING = { id: '01a20858-b910-7000-9b58-accdc8a976f2', title: '书柜' }

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function heart(who: { begun?: Account; asked?: Account }, refusal?: { status: number; body: unknown }) {
  document.cookie = 'XSRF-TOKEN=token'
  const ids: string[] = []
  const asked = fakeServer(({ method, path }) => {
    if (path === '/api/v1/session') {
      return { body: { account: who.asked ?? null } }
    }
    if (method === 'GET') {
      return { body: { ids } }
    }
    if (refusal === undefined) {
      ids.push(LISTING.id)
    }
    return refusal ?? { status: 204 }
  })
  const mounted = mountInApp(HeartButton, { props: { listing: LISTING } })
  if (who.begun !== undefined) {
    useSession().begin(who.begun)
  }
  await flushPromises()
  return { asked, ...mounted, button: mounted.wrapper.get('button') }
}

describe('the heart', () => {
  it('is pressed at once, and the server hears of it', async () => {
    const { asked, button } = await heart({ begun: WANG })
    expect(button.attributes('aria-pressed')).toBe('false')
    const clicked = button.trigger('click')
    await vi.waitFor(() => expect(button.attributes('aria-pressed')).toBe('true'))
    await clicked
    await flushPromises()
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toContain(
      `PUT /api/v1/my/saved-items/${LISTING.id}`,
    )
  })

  it('is taken back where the server refuses', async () => {
    const { button } = await heart(
      { begun: WANG },
      {
        status: 422,
        body: { code: 'interest.own-listing', title: '这是您自己的商品', detail: '' },
      },
    )
    await button.trigger('click')
    await flushPromises()
    await vi.waitFor(() => expect(button.attributes('aria-pressed')).toBe('false'))
  })

  it('leads whoever is not signed in to where they can', async () => {
    const { asked, router, button } = await heart({})
    await button.trigger('click')
    await vi.waitFor(() => expect(router.currentRoute.value.name).toBe('sign-in'))
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /api/v1/session'])
  })

  it('counts an impatient hand once while it waits to hear whose it is', async () => {
    const { asked, button } = await heart({ asked: WANG })
    await button.trigger('click')
    await button.trigger('click')
    await vi.waitFor(() => expect(button.attributes('aria-pressed')).toBe('true'))
    await flushPromises()
    const changes = asked
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => `${method} ${path}`)
    expect(changes).toEqual([`PUT /api/v1/my/saved-items/${LISTING.id}`])
  })

  it('waits to hear who pressed it before the page is known to be theirs', async () => {
    const { asked, button, router } = await heart({ asked: WANG })
    await button.trigger('click')
    await vi.waitFor(() =>
      expect(asked.map(({ method, path }) => `${method} ${path}`)).toContain(
        `PUT /api/v1/my/saved-items/${LISTING.id}`,
      ),
    )
    expect(router.currentRoute.value.name).toBe('home')
  })
})
