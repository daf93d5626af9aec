// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeServer } from '@/shared/testing/fakeServer'
import { mountInApp } from '@/shared/testing/mounting'
import OrderReviews from './OrderReviews.vue'

const order = {
  id: '7',
  side: 'BUYER',
  buyer: { id: '1', displayName: '陈晨' },
  seller: { id: '2', displayName: '林小满' },
}
const sealed = { mine: null, theirs: null, closesAt: '2026-12-03T04:00:00Z', open: true }
const given = { rating: 4, words: '和描述一致', givenAt: '2026-11-26T04:00:00Z' }

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function shownFor(reviews: object) {
  document.cookie = 'XSRF-TOKEN=token'
  const asked = fakeServer(({ method }) => ({
    body: method === 'PUT' ? { ...sealed, mine: given } : reviews,
  }))
  const { wrapper } = mountInApp(OrderReviews, { props: { order } })
  await flushPromises()
  return { wrapper, asked }
}

describe('the reviews of an order', () => {
  it('take a rating first, then say that the words are sealed', async () => {
    const { wrapper, asked } = await shownFor(sealed)
    const give = wrapper.get('button[type="submit"]')
    expect(give.attributes('disabled')).toBeDefined()

    await wrapper.get('input[aria-label="满意"]').setValue(true)
    await wrapper.get('textarea').setValue('和描述一致')
    await wrapper.get('form').trigger('submit')
    await flushPromises()

    expect(asked.at(-1)).toMatchObject({
      method: 'PUT',
      path: '/api/v1/orders/7/review',
      body: { rating: 4, words: '和描述一致' },
    })
    expect(wrapper.text()).toContain('您的评价已封存')
    expect(wrapper.find('form').exists()).toBe(false)
  })

  it('show both sides once both have spoken, and no way to change a word', async () => {
    const { wrapper } = await shownFor({
      ...sealed,
      open: false,
      mine: given,
      theirs: { ...given, words: '爽快' },
    })
    expect(wrapper.text()).toContain('林小满的评价')
    expect(wrapper.text()).toContain('爽快')
    expect(wrapper.find('button').exists()).toBe(false)
  })

  it('say so when the time is over and the other side was silent', async () => {
    const { wrapper } = await shownFor({ ...sealed, open: false, mine: given })
    expect(wrapper.text()).toContain('林小满没有留下评价')
  })
})
