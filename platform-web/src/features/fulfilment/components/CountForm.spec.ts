// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeServer } from '@/shared/testing/fakeServer'
import { mountInApp } from '@/shared/testing/mounting'
import type { Entry } from '../model'
import CountForm from './CountForm.vue'

const ENTRY = {
  delivery: { dealId: 'deal', materialCode: 'EE-TV' },
  load: { id: 'load', quantity: 40 },
  side: 'BUYER',
  organisation: 'works',
} as Entry

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

describe('the form for counted pieces', () => {
  it('asks to look again where the number is another, and sends it', async () => {
    const asked = fakeServer(({ method }) => ({ body: method === 'GET' ? [] : {} }))
    const { wrapper } = mountInApp(CountForm, { props: { entry: ENTRY } })

    await wrapper.get('input').setValue('38')
    expect(wrapper.get('[role=status]').text()).toContain('不一致')
    await wrapper.get('form').trigger('submit')
    await vi.waitFor(() => expect(wrapper.emitted('counted')).toHaveLength(1))

    expect(asked.find(({ method }) => method === 'POST')).toMatchObject({
      path: '/api/v1/loads/load/count',
      body: { organisationId: 'works', pieces: 38 },
    })
  })

  it('sends nothing that is no number', async () => {
    const asked = fakeServer(() => ({ body: [] }))
    const { wrapper } = mountInApp(CountForm, { props: { entry: ENTRY } })

    await wrapper.get('input').setValue('38.5')
    await wrapper.get('form').trigger('submit')

    expect(wrapper.text()).toContain('请填写整数')
    expect(asked.filter(({ method }) => method === 'POST')).toEqual([])
  })
})
