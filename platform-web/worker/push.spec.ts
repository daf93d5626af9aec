import { describe, expect, it, vi } from 'vitest'
import { openPushed, readPush, showPush } from './push'

const ORIGIN = 'https://xunshi.example'

function browser(...open: string[]) {
  const pages = open.map((path) => ({ url: ORIGIN + path, focus: vi.fn() }))
  const openWindow = vi.fn()
  const clients = { matchAll: () => Promise.resolve(pages), openWindow } as unknown as Clients
  return { pages, openWindow, clients }
}

describe('what a browser does with a message', () => {
  it('shows the words, in place of what it showed of the same page', async () => {
    const showNotification = vi.fn()
    await showPush(readPush('{"words":"订单已付款","path":"/orders/7"}   '), {
      showNotification,
    } as unknown as ServiceWorkerRegistration)
    expect(showNotification).toHaveBeenCalledWith(
      '循市 Xunshi',
      expect.objectContaining({ body: '订单已付款', tag: '/orders/7', data: { path: '/orders/7' } }),
    )
  })

  it.each([undefined, '', 'watermelon', 'null', '{"words":7,"path":"/"}'])(
    'says that there is news of what it cannot read: %s',
    (text) => {
      expect(readPush(text).path).toBe('/notifications')
    },
  )

  it('brings the page to the front that is open already', async () => {
    const { pages, openWindow, clients } = browser('/publish', '/orders/7?from=list')
    await openPushed({ path: '/orders/7' }, clients, ORIGIN)
    expect(pages[1]?.focus).toHaveBeenCalledOnce()
    expect(pages[0]?.focus).not.toHaveBeenCalled()
    expect(openWindow).not.toHaveBeenCalled()
  })

  it('opens a page beside the one on which somebody may be writing', async () => {
    const { pages, openWindow, clients } = browser('/publish')
    await openPushed({ path: '/orders/7' }, clients, ORIGIN)
    expect(openWindow).toHaveBeenCalledWith(`${ORIGIN}/orders/7`)
    expect(pages[0]?.focus).not.toHaveBeenCalled()
  })

  it.each(['https://evil.example/', '//evil.example/', 'javascript:alert(1)', undefined])(
    'never leaves the site: %s',
    async (path) => {
      const { openWindow, clients } = browser()
      await openPushed({ path }, clients, ORIGIN)
      expect(openWindow).toHaveBeenCalledWith(`${ORIGIN}/notifications`)
    },
  )
})
