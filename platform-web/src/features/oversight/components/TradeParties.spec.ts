// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { fakeServer } from '@/shared/testing/fakeServer'
import { mountInApp } from '@/shared/testing/mounting'
import type { Inspection } from '../queries'
import TradeParties from './TradeParties.vue'

const INSPECTION = {
  trade: { id: 'trade' },
  parties: [{ side: 'SELLER', maskedName: '王＊＊', realNameVerified: true }],
  steps: [],
} as unknown as Inspection

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

it('a look that is refused because its purpose is over asks for purposes anew', async () => {
  let isOver = false
  fakeServer(({ method }) => {
    if (method === 'POST') {
      isOver = true
      return { status: 409, body: { code: 'purpose.over', title: '该查阅目的已失效' } }
    }
    const validUntil = new Date(Date.now() + 3_600_000).toISOString()
    return {
      body: [{ id: 'purpose', kind: 'INSPECTION', caseNumber: '', validUntil, isOpen: !isOver }],
    }
  })
  const { wrapper } = mountInApp(TradeParties, { props: { inspection: INSPECTION } })
  const look = () => wrapper.findAll('button').find((one) => one.text() === '查阅当事人')
  await vi.waitFor(() => expect(look()).toBeDefined())

  await look()?.trigger('click')

  await vi.waitFor(() => expect(look()).toBeUndefined())
  expect(wrapper.text()).toContain('该查阅目的已失效')
  expect(wrapper.text()).toContain('申明查阅目的')
})
