// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import { fakeServer, type Asked } from '@/shared/testing/fakeServer'
import { mountInApp } from '@/shared/testing/mounting'
import PurposeGate from './PurposeGate.vue'
import PurposeSheet from './PurposeSheet.vue'
import type { Purpose } from './purposes'

const HOUR_MS = 3_600_000

function purpose(changes: Partial<Purpose>): Purpose {
  return {
    id: 'case',
    kind: 'INVESTIGATION',
    caseNumber: '2026-17',
    reason: '核实卖家身份',
    declaredAt: new Date(Date.now() - HOUR_MS).toISOString(),
    validUntil: new Date(Date.now() + HOUR_MS).toISOString(),
    untoldUntil: null,
    isOpen: true,
    ...changes,
  }
}

function gate(purposes: Purpose[]) {
  fakeServer(() => ({ body: purposes }))
  return mountInApp(PurposeGate, {
    slots: { default: ({ purpose: id }: { purpose: string }) => h('output', id) },
  }).wrapper
}

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

describe('the gate before people', () => {
  it('lets through for an open purpose', async () => {
    const wrapper = gate([purpose({})])

    await vi.waitFor(() => expect(wrapper.find('output').text()).toBe('case'))
  })

  it('closes when the hours of the purpose pass, without asking anew', async () => {
    const wrapper = gate([purpose({ validUntil: new Date(Date.now() + 400).toISOString() })])

    await vi.waitFor(() => expect(wrapper.find('output').exists()).toBe(true))
    await vi.waitFor(() => expect(wrapper.find('output').exists()).toBe(false))
    expect(wrapper.text()).toContain('申明查阅目的')
  })

  it('goes on to the next purpose that is open', async () => {
    const wrapper = gate([
      purpose({ validUntil: new Date(Date.now() - 1).toISOString() }),
      purpose({ id: 'other' }),
    ])

    await vi.waitFor(() => expect(wrapper.find('output').text()).toBe('other'))
  })
})

describe('the sheet in which a purpose is declared', () => {
  it('opens without the number and the delay of the last case', async () => {
    const asked: Asked[] = fakeServer(({ method }) => ({ body: method === 'GET' ? [] : purpose({}) }))
    const { wrapper } = mountInApp(PurposeSheet, { props: { open: true } })
    const field = (name: string) => {
      const label = wrapper.findAll('label').find((one) => one.text() === name)
      return wrapper.get(`[id="${label?.attributes('for')}"]`)
    }
    await field('案件或职责').setValue('INVESTIGATION')
    await field('案件编号').setValue('2026-17')
    await field('告知当事人').setValue('90')
    await field('理由').setValue('核实卖家身份')
    await wrapper.setProps({ open: false })

    await wrapper.setProps({ open: true })
    await field('理由').setValue('例行检查台账')
    await wrapper.get('form').trigger('submit')

    await vi.waitFor(() => expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1))
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      kind: 'INSPECTION',
      caseNumber: '',
      reason: '例行检查台账',
      hours: 4,
    })
  })
})
