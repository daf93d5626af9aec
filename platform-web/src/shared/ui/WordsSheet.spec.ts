// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { mountInApp } from '@/shared/testing/mounting'
import WordsSheet from './WordsSheet.vue'

afterEach(() => document.body.replaceChildren())

it('is empty for the next thing, whatever was written about the last one', async () => {
  const { wrapper } = mountInApp(WordsSheet, {
    props: { open: true, title: '不通过', text: '', action: '提交', busy: false },
  })
  await wrapper.get('textarea').setValue('写给第一个人的话')

  await wrapper.setProps({ open: false })
  await wrapper.setProps({ open: true })

  expect(wrapper.get('textarea').element.value).toBe('')
})
