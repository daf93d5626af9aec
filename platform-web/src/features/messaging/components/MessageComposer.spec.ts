// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ref } from 'vue'
import { mountInApp } from '@/shared/testing/mounting'
import MessageComposer from './MessageComposer.vue'

const said = ref<[string, string[]][]>([])

beforeEach(() => (said.value = []))
afterEach(() => document.body.replaceChildren())

function written(text: string) {
  const { wrapper } = mountInApp(MessageComposer, {
    props: {
      side: 'BUYER',
      modelValue: text,
      onSay: (words: string, photos: string[]) => said.value.push([words, photos]),
    },
  })
  return { wrapper, field: wrapper.get('textarea') }
}

describe('writing a message', () => {
  it('is sent by Enter, without blanks around it', async () => {
    const { field, wrapper } = written('  还在吗 ')
    await field.trigger('keydown', { key: 'Enter' })
    expect(said.value).toEqual([['还在吗', []]])
    expect(wrapper.emitted('update:modelValue')).toEqual([['']])
  })

  it('goes on in a new line with Shift and Enter', async () => {
    const { field } = written('第一行')
    await field.trigger('keydown', { key: 'Enter', shiftKey: true })
    expect(said.value).toEqual([])
  })

  it('is not sent by the Enter that chooses a word of an input method', async () => {
    const { field } = written('zai ma')
    await field.trigger('keydown', { key: 'Enter', isComposing: true })
    expect(said.value).toEqual([])
  })

  it('of nothing sends nothing', async () => {
    const { field, wrapper } = written('   ')
    await field.trigger('keydown', { key: 'Enter' })
    expect(said.value).toEqual([])
    expect(wrapper.get('button[type=submit]').attributes('disabled')).toBeDefined()
  })

  it('is quicker with a ready reply', async () => {
    const { wrapper } = written('')
    await wrapper.get('li button').trigger('click')
    expect(said.value).toEqual([['还在吗？', []]])
  })
})
