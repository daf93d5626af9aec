// @vitest-environment happy-dom
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { fakeServer } from '@/shared/testing/fakeServer'
import type { SaleRequest } from './queries'
import { useStallSales } from './useStallSales'

const TOY: SaleRequest = {
  categoryCode: 'toy',
  conditionCode: 'GOOD',
  word: '积木',
  price: { amount: 500, currency: 'CNY' },
  means: 'CASH',
  soldAt: '2026-11-28T02:00:00Z',
}

beforeEach(() => {
  localStorage.clear()
  document.cookie = 'XSRF-TOKEN=token'
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A stall on a page; the page is left with `leave`. */
function openStall() {
  let stall: ReturnType<typeof useStallSales> | undefined
  const page = mount(
    defineComponent({
      setup() {
        stall = useStallSales('stall')
        return () => null
      },
    }),
    { global: { plugins: [[VueQueryPlugin, { queryClient: new QueryClient() }]] } },
  )
  if (stall === undefined) {
    throw new Error('A mounted page has a stall')
  }
  return { stall, leave: () => page.unmount() }
}

describe('a stall', () => {
  it('forgets a sale when it is answered', async () => {
    const asked = fakeServer(() => ({ body: {} }))
    const { stall, leave } = openStall()

    stall.add(TOY, '积木')
    expect(stall.waiting.value).toHaveLength(1)
    await flushPromises()

    expect(stall.waiting.value).toHaveLength(0)
    expect(asked.filter(({ method }) => method === 'PUT')).toHaveLength(1)
    leave()
  })

  it('keeps a sale without a connection, and another page sends it under the same id', async () => {
    let isConnected = false
    const asked = fakeServer(() => (isConnected ? { body: {} } : undefined))
    const first = openStall()
    first.stall.add(TOY, '积木')
    await flushPromises()
    expect(first.stall.isOffline.value).toBe(true)
    first.leave()

    isConnected = true
    const second = openStall()
    await flushPromises()

    expect(second.stall.waiting.value).toHaveLength(0)
    const paths = asked.filter(({ method }) => method === 'PUT').map(({ path }) => path)
    expect(new Set(paths).size).toBe(1)
    second.leave()
  })

  it('shows why a sale was refused, and sends it again only when it is told to', async () => {
    let isAvailable = false
    const asked = fakeServer(() =>
      isAvailable
        ? { body: {} }
        : {
            status: 409,
            body: { code: 'marketday.item-not-available', title: '已被预订', detail: '先取消订单。' },
          },
    )
    const { stall, leave } = openStall()
    stall.add(TOY, '积木')
    await flushPromises()
    const [refused] = stall.refused.value
    expect(refused?.refusal?.title).toBe('已被预订')
    expect(asked).toHaveLength(1)

    isAvailable = true
    if (refused !== undefined) {
      stall.sendAgain(refused)
    }
    await flushPromises()

    expect(stall.refused.value).toHaveLength(0)
    leave()
  })
})
