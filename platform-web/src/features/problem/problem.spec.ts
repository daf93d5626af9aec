// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { fakeServer } from '@/shared/testing/fakeServer'
import { mountInApp } from '@/shared/testing/mounting'
import ProblemPage from './pages/ProblemPage.vue'

afterEach(() => vi.unstubAllGlobals())

it('says what a refusal means and what to do', async () => {
  const asked = fakeServer(() => ({
    body: {
      code: 'listing.not-found',
      category: 'NOT_FOUND',
      status: 404,
      title: '没有这件商品',
      detail: '请检查网址。',
    },
  }))
  const { wrapper } = mountInApp(ProblemPage, { props: { code: 'listing.not-found' } })
  await flushPromises()

  expect(asked.map(({ path }) => path)).toEqual(['/api/v1/problems/listing.not-found'])
  expect(wrapper.get('h1').text()).toBe('没有这件商品')
  expect(wrapper.text()).toContain('请检查网址。')
  expect(wrapper.get('dl').text()).toContain('404')
  expect(wrapper.get('dl').text()).toContain('不存在')
})
