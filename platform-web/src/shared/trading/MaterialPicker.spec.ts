// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { fakeServer } from '@/shared/testing/fakeServer'
import { mountInApp } from '@/shared/testing/mounting'
import MaterialPicker from './MaterialPicker.vue'

const CAST = {
  code: 'NF-AL-CAST',
  nameZh: '铸铝',
  nameEn: 'Cast aluminium',
  tradeCode: 'Tense',
  isLeaf: true,
}

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

function picker() {
  fakeServer(() => ({ body: [CAST] }))
  const { wrapper } = mountInApp(MaterialPicker, { props: { modelValue: '', label: '品类' } })
  return { wrapper, input: wrapper.get('input') }
}

it('finds a material by its trade word, and says its name', async () => {
  const { wrapper, input } = picker()
  await flushPromises()

  await input.setValue('tense')
  await input.trigger('change')
  expect(wrapper.emitted('update:modelValue')).toEqual([[CAST.code]])

  await wrapper.setProps({ modelValue: CAST.code })
  expect(input.element.value).toBe('铸铝 · Tense')
})

it('says that nothing is called so', async () => {
  const { wrapper, input } = picker()
  await flushPromises()

  await input.setValue('月亮')
  await input.trigger('change')

  expect(input.attributes('aria-invalid')).toBe('true')
  expect(wrapper.emitted('update:modelValue') ?? []).not.toContainEqual([CAST.code])
})

it('chooses what was typed before the materials came', async () => {
  const { wrapper, input } = picker()

  await input.setValue('NF-AL-CAST')
  await input.trigger('change')
  expect(input.attributes('aria-invalid')).toBe('false')
  await flushPromises()

  expect(wrapper.emitted('update:modelValue')).toEqual([[CAST.code]])
})

it('leaves alone what is being typed while the materials come', async () => {
  const { input } = picker()

  await input.setValue('NF-AL')
  await flushPromises()

  expect(input.element.value).toBe('NF-AL')
})
