// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer } from '@/shared/testing/fakeServer'
import { mountInApp } from '@/shared/testing/mounting'
import SearchBox from './SearchBox.vue'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function typed(text: string) {
  const asked = fakeServer(() => ({ body: { suggestions: [{ text: '书柜' }, { text: '书桌' }] } }))
  const { wrapper, router } = mountInApp(SearchBox)
  const input = wrapper.get('input')
  await input.trigger('focus')
  await input.setValue(text)
  await vi.advanceTimersByTimeAsync(200)
  await flushPromises()
  return { asked, wrapper, router, input }
}

describe('the search box', () => {
  it('suggests after a pause in typing', async () => {
    const { asked, wrapper } = await typed('书')
    expect(asked.map(({ path }) => decodeURIComponent(path))).toEqual(['/api/v1/search/suggestions?q=书'])
    expect(wrapper.findAll('[role=option]').map((option) => option.text())).toEqual(['书柜', '书桌'])
    expect(wrapper.get('input').attributes('aria-expanded')).toBe('true')
  })

  it('lets the arrow keys go round through the suggestions', async () => {
    const { wrapper, input } = await typed('书')
    const pointed = () => wrapper.find('[aria-selected=true]')
    await input.trigger('keydown', { key: 'ArrowDown' })
    expect(pointed().text()).toBe('书柜')
    expect(input.attributes('aria-activedescendant')).toBe(pointed().attributes('id'))
    await input.trigger('keydown', { key: 'ArrowUp' })
    expect(pointed().exists()).toBe(false)
    await input.trigger('keydown', { key: 'ArrowUp' })
    expect(pointed().text()).toBe('书桌')
  })

  it('searches for the suggestion that is pointed at, else for the text', async () => {
    const { wrapper, router, input } = await typed('书')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(router.currentRoute.value).toMatchObject({ name: 'search', query: { q: '书' } })
    await input.trigger('keydown', { key: 'ArrowDown' })
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ q: '书柜' })
  })
})
