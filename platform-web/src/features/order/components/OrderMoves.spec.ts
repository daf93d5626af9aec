// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeServer } from '@/shared/testing/fakeServer'
import { mountInApp } from '@/shared/testing/mounting'
import OrderMoves from './OrderMoves.vue'

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

describe('the confirmation of a receipt', () => {
  it('needs a second press, because the money is gone with it', async () => {
    document.cookie = 'XSRF-TOKEN=token'
    const asked = fakeServer(() => ({ body: {} }))
    const order = { id: '7', state: 'PAID', actions: ['CONFIRM_RECEIPT'], payUrl: null }
    const { wrapper } = mountInApp(OrderMoves, { props: { order } })
    const buttons = () => wrapper.findAll('button').filter((button) => button.text() === '确认收货')

    await buttons()[0]?.trigger('click')
    await flushPromises()
    expect(asked).toEqual([])
    expect(wrapper.get('dialog').attributes('open')).toBeDefined()

    await buttons()[1]?.trigger('click')
    await flushPromises()
    expect(asked.map(({ method, path }) => [method, path])).toEqual([
      ['POST', '/api/v1/orders/7/receipt-confirmation'],
    ])
  })
})
