// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer, type Asked } from '@/shared/testing/fakeServer'
import { mountInApp } from '@/shared/testing/mounting'
import DisputeMoves from './DisputeMoves.vue'

const yuan = (amount: number) => ({ amount, currency: 'CNY' })

const NO_SHIPPING = { shipping: yuan(0), borne: yuan(0), compensation: yuan(0) }

const dispute = {
  id: '7',
  orderId: '8',
  state: 'NEGOTIATING',
  reason: 'NOT_RECEIVED',
  side: 'BUYER',
  price: yuan(28_000),
  acceptable: 2,
  actions: ['ACCEPT', 'PROPOSE', 'ESCALATE'],
  steps: [
    {
      number: 2,
      kind: 'PROPOSED',
      by: 'SELLER',
      words: '',
      remedy: {
        kind: 'PARTIAL_REFUND',
        effect: { refund: yuan(8_400), toSeller: yuan(19_482), fee: yuan(118), ...NO_SHIPPING },
      },
      evidence: [],
      at: '2026-11-26T04:00:00Z',
    },
  ],
}

let asked: Asked[]

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=token'
  asked = fakeServer(({ path }) => ({
    body: path.includes('refund-effect')
      ? { refund: yuan(100), toSeller: yuan(27_733), fee: yuan(167), ...NO_SHIPPING }
      : dispute,
  }))
})

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function opened(action: string) {
  const { wrapper } = mountInApp(DisputeMoves, { props: { dispute } })
  await wrapper
    .findAll('button')
    .find((button) => button.text() === action)
    ?.trigger('click')
  await flushPromises()
  return wrapper
}

describe('a proposal of the other side', () => {
  it('shows who gets what before and while it is accepted, and names the step', async () => {
    const wrapper = await opened('接受此方案')
    for (const place of ['.proposal', 'dialog']) {
      expect(wrapper.get(place).text()).toContain('¥84.00')
      expect(wrapper.get(place).text()).toContain('¥194.82')
      expect(wrapper.get(place).text()).toContain('¥1.18')
    }
    expect(asked).toEqual([])

    await wrapper
      .get('dialog')
      .findAll('button')
      .find((button) => button.text() === '接受此方案')
      ?.trigger('click')
    await flushPromises()

    expect(asked.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', '/api/v1/disputes/7/acceptance', { step: 2 }],
    ])
    expect(asked[0]?.headers.get('Idempotency-Key')).toBeTruthy()
  })
})

describe('a proposal of one’s own', () => {
  it('is sent only with a valid part, in fen, and never as the return of what never arrived', async () => {
    const wrapper = await opened('提出其他方案')
    const form = wrapper.get('dialog form')
    expect(form.text()).not.toContain('退货退款')

    await form.get('input[value=PARTIAL_REFUND]').setValue()
    await form.get('input[inputmode=decimal]').setValue('280')
    expect(form.get('button[type=submit]').attributes('disabled')).toBeDefined()
    await form.get('input[inputmode=decimal]').setValue('1')
    await flushPromises()
    await form.trigger('submit')
    await flushPromises()

    expect(asked.find(({ method }) => method === 'POST')).toMatchObject({
      path: '/api/v1/disputes/7/proposals',
      body: { remedy: 'PARTIAL_REFUND', refund: yuan(100) },
    })
  })
})
