// @vitest-environment happy-dom
import { useQuery } from '@tanstack/vue-query'
import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import type { LiveEvent } from '@/shared/live/live'
import { mountInApp } from '@/shared/testing/mounting'
import { useLiveQueries } from './useLiveQueries'

const line = vi.hoisted(() => ({ tell: vi.fn<(event: LiveEvent) => void>() }))

vi.mock('@/shared/live/live', () => ({
  openLive: vi.fn(),
  closeLive: vi.fn(),
  onLive: (listener: (event: LiveEvent) => void) => {
    line.tell.mockImplementation(listener)
    return vi.fn()
  },
}))

it('shows what came of the news after an answer that was under way before them', async () => {
  const answers: ((state: string) => void)[] = []
  const { wrapper } = mountInApp(
    defineComponent({
      setup: () => {
        useLiveQueries()
        const { data } = useQuery({
          queryKey: ['orders', 'one'],
          queryFn: () => new Promise<string>((resolve) => answers.push(resolve)),
        })
        return { data }
      },
      template: '<p>{{ data }}</p>',
    }),
  )
  await flushPromises()

  line.tell({ kind: 'resync' })
  await flushPromises()
  answers.at(0)?.('paid')
  await flushPromises()
  expect(wrapper.text()).toBe('paid')
  answers.at(1)?.('on its way')
  await flushPromises()

  expect(wrapper.text()).toBe('on its way')
})
