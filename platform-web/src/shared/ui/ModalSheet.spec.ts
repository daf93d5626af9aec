// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { mountInApp } from '@/shared/testing/mounting'
import ModalSheet from './ModalSheet.vue'

afterEach(() => document.body.replaceChildren())

it('stays open for the next step, though the browser tells late that it closed for the last one', async () => {
  const { wrapper, dialog } = await opened()

  await wrapper.get('dialog').trigger('close')

  expect(dialog.open).toBe(true)
  expect(wrapper.emitted('update:open') ?? []).not.toContainEqual([false])
})

it('is closed for its page when the browser closes it', async () => {
  const { wrapper, dialog } = await opened()

  dialog.close()

  expect(wrapper.emitted('update:open')).toContainEqual([false])
})

async function opened() {
  const { wrapper } = mountInApp(ModalSheet, { props: { open: true, title: '申请平台介入' } })
  await nextTick()
  return { wrapper, dialog: wrapper.get('dialog').element }
}
