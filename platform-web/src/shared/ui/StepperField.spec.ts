// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { mountInApp } from '@/shared/testing/mounting'
import StepperField from './StepperField.vue'

afterEach(() => document.body.replaceChildren())

function shown(modelValue: number, max: number) {
  const { wrapper } = mountInApp(StepperField, { props: { label: '数量', modelValue, max } })
  return {
    wrapper,
    press: (name: string) => wrapper.get(`[aria-label="${name}"]`).trigger('click'),
    type: (text: string) => wrapper.get('input').setValue(text),
    last: () => wrapper.emitted<[number]>('update:modelValue')?.at(-1)?.[0],
  }
}

describe('the stepper', () => {
  it('takes one more or one fewer', async () => {
    const { press, last } = shown(2, 5)
    await press('多一件')
    expect(last()).toBe(3)
  })

  it('ends at one and at what there is', () => {
    expect(shown(1, 5).wrapper.get('[aria-label="少一件"]').attributes('disabled')).toBeDefined()
    expect(shown(5, 5).wrapper.get('[aria-label="多一件"]').attributes('disabled')).toBeDefined()
  })

  it('takes what is typed, and no more than there is', async () => {
    const { type, last } = shown(1, 5)
    await type('３')
    expect(last()).toBe(3)
    await type('40')
    expect(last()).toBe(5)
  })

  it('keeps its number while something else is typed, and shows it again afterwards', async () => {
    const { wrapper, type, last } = shown(2, 5)
    await type('')
    expect(last()).toBeUndefined()
    await wrapper.get('input').trigger('blur')
    expect(wrapper.get('input').element.value).toBe('2')
  })
})
