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

async function heart(signedIn: boolean, refusal?: { status: number; body: unknown }) {
  document.cookie = 'XSRF-TOKEN=token'
  const ids: string[] = []
  const asked = fakeServer(({ method }) => {
    if (method === 'GET') {
      return { body: { ids } }
    }
    if (refusal === undefined) {
      ids.push(LISTING.id)
    }
    return refusal ?? { status: 204 }
  })
  const mounted = mountInApp(HeartButton, { props: { listing: LISTING } })
  if (signedIn) {
    useSession().begin(WANG)
  }
  await flushPromises()
  return { asked, ...mounted, button: mounted.wrapper.get('button') }
}

describe('the heart', () => {
  it('is pressed at once, and the server hears of it', async () => {
    const { asked, button } = await heart(true)
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
    const { button } = await heart(true, {
      status: 422,
      body: { code: 'interest.own-listing', title: '这是您自己的商品', detail: '' },
    })
    await button.trigger('click')
    await flushPromises()
    await vi.waitFor(() => expect(button.attributes('aria-pressed')).toBe('false'))
  })

  it('leads whoever is not signed in to where they can', async () => {
    const { asked, router, button } = await heart(false)
    await button.trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.name).toBe('sign-in')
    expect(asked).toEqual([])
  })
})
