// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { mountInApp } from '@/shared/testing/mounting'
import DayPicker from './DayPicker.vue'

afterEach(() => document.body.replaceChildren())

const OPEN = { first: '2026-11-26', last: '2027-01-31' }
const BUSY = [{ first: '2026-11-28', last: '2026-11-29' }]

function shown() {
  return mountInApp(DayPicker, {
    props: { open: OPEN, busy: BUSY, modelValue: { first: undefined, last: undefined } },
  }).wrapper
}

describe('the day picker', () => {
  it('says of every day whether it is to be had', () => {
    const picker = shown()
    expect(picker.get('[aria-label="11月27日 可租"]').attributes('aria-disabled')).toBe('false')
    expect(picker.get('[aria-label="11月28日 已占用"]').attributes('aria-disabled')).toBe('true')
    expect(picker.get('[aria-label="11月25日"]').attributes('aria-disabled')).toBe('true')
  })

  it('has one day in the tab order, from which the arrow keys move within the open days', async () => {
    const picker = shown()
    expect(picker.findAll('td [tabindex="0"]')).toHaveLength(1)
    await picker.get('td [tabindex="0"]').trigger('keydown', { key: 'ArrowLeft' })
    expect(picker.get('td [tabindex="0"]').text()).toBe('26')
    await picker.get('td [tabindex="0"]').trigger('keydown', { key: 'ArrowDown' })
    await nextTick()
    expect(picker.get('td [tabindex="0"]').text()).toBe('3')
    expect(picker.get('h3').text()).toBe('2026年12月')
  })

  it('chooses free days only', async () => {
    const picker = shown()
    await picker.get('[aria-label="11月28日 已占用"]').trigger('click')
    expect(picker.emitted('update:modelValue')).toBeUndefined()
    await picker.get('[aria-label="11月27日 可租"]').trigger('click')
    expect(picker.emitted('update:modelValue')).toEqual([[{ first: '2026-11-27', last: undefined }]])
  })
})
