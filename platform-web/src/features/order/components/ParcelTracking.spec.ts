// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeServer } from '@/shared/testing/fakeServer'
import { mountInApp } from '@/shared/testing/mounting'
import type { Order } from '../queries'
import ParcelTracking from './ParcelTracking.vue'

const yuan = (amount: number) => ({ amount, currency: 'CNY' })

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

function shown(parcel: Partial<NonNullable<NonNullable<Order['delivery']>['parcel']>>) {
  fakeServer(() => ({ body: { items: [] } }))
  const delivery = {
    payer: 'BUYER' as const,
    shipping: yuan(800),
    onTop: yuan(800),
    parcel: { state: 'IN_TRANSIT' as const, waybill: 'XS1', to: null, events: [], ...parcel },
  }
  return mountInApp(ParcelTracking, { props: { delivery } }).wrapper
}

describe('the tracking of a parcel', () => {
  it('tells the latest first, with time and place', () => {
    const steps = shown({
      events: [
        { at: '2026-11-26T02:00:00Z', kind: 'PICKED_UP', place: '郑州市' },
        { at: '2026-11-27T02:00:00Z', kind: 'DELIVERED', place: '洛阳市' },
      ],
    }).findAll('li')

    expect(steps[0]?.text()).toContain('已签收')
    expect(steps[0]?.text()).toContain('洛阳市')
    expect(steps[0]?.attributes('aria-current')).toBe('step')
    expect(steps[1]?.text()).toContain('已揽收')
  })

  it('says that nothing was sent yet', () => {
    expect(shown({ state: 'PREPARED', waybill: null }).text()).toContain('卖家还没有寄出。')
  })
})
