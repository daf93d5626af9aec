// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import { mountInApp } from '@/shared/testing/mounting'
import DecisionQueue from './DecisionQueue.vue'

afterEach(() => document.body.replaceChildren())

const CHOICES = [
  { value: 'grant', label: '通过', look: 'primary', text: '当事人会看到' },
  { value: 'refuse', label: '不通过', look: 'danger', text: '当事人会看到' },
] as const

function shown(decide: (id: string, choice: string, words: string) => Promise<unknown>) {
  return mountInApp(DecisionQueue as Component, {
    props: {
      title: '申诉',
      none: '没有',
      items: [{ id: 'a1' }, { id: 'a2' }],
      error: null,
      choices: CHOICES,
      decide,
    },
    slots: { default: '<p>一件</p>' },
  }).wrapper
}

async function refuseSecond(wrapper: ReturnType<typeof shown>) {
  const refusals = wrapper.findAll('button').filter((one) => one.text() === '不通过')
  await refusals[1]?.trigger('click')
  await flushPromises()
  const field = wrapper.get('textarea')
  await field.setValue('理由不充分')
  await wrapper.get('form').trigger('submit')
  await flushPromises()
}

describe('a queue of decisions', () => {
  it('decides the one that was chosen, with words', async () => {
    const decide = vi.fn(() => Promise.resolve())
    await refuseSecond(shown(decide))
    expect(decide).toHaveBeenCalledExactlyOnceWith('a2', 'refuse', '理由不充分')
  })

  it('says why a decision did not count', async () => {
    const wrapper = shown(() => Promise.reject(new Error('faster')))
    await refuseSecond(wrapper)
    expect(wrapper.find('[role="alert"]').exists()).toBe(true)
  })
})
