// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeServer } from '@/shared/testing/fakeServer'
import { mountInApp } from '@/shared/testing/mounting'
import type { CaseState, WholeCase } from '../queries'
import CaseActions from './CaseActions.vue'

function whole(state: CaseState, next: CaseState[]): WholeCase {
  return { summary: { id: 'case', state, assigneeName: '' }, closingBy: null, next } as unknown as WholeCase
}

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

describe('a move of a case', () => {
  it('that is refused keeps the sheet, its words and where it was asked from, and says why', async () => {
    const asked = fakeServer(() => ({
      status: 409,
      body: { code: 'surveillance.not-now', title: '该案已有进展' },
    }))
    const { wrapper } = mountInApp(CaseActions, { props: { whole: whole('TRIAGE', ['CASE']) } })
    await wrapper.get('.row button').trigger('click')
    await wrapper.get('textarea').setValue('磅单与发票不符')
    await wrapper.get('form').trigger('submit')

    await vi.waitFor(() => expect(wrapper.get('[role=alert]').text()).toContain('该案已有进展'))
    await wrapper.setProps({ whole: whole('CASE', ['CLOSING']) })
    expect(wrapper.get('textarea').element.value).toBe('磅单与发票不符')
    await wrapper.get('form').trigger('submit')
    const moves = () => asked.filter(({ path }) => path.endsWith('/moves'))
    await vi.waitFor(() => expect(moves()).toHaveLength(2))
    expect(moves()[1]?.body).toMatchObject({ from: 'TRIAGE', to: 'CASE' })
  })

  it('that is made closes the sheet', async () => {
    fakeServer(() => ({ body: whole('CASE', ['CLOSING']) }))
    const { wrapper } = mountInApp(CaseActions, { props: { whole: whole('TRIAGE', ['CASE']) } })
    await wrapper.get('.row button').trigger('click')
    expect(wrapper.get('dialog').element.open).toBe(true)
    await wrapper.get('form').trigger('submit')

    await vi.waitFor(() => expect(wrapper.get('dialog').element.open).toBe(false))
  })
})
