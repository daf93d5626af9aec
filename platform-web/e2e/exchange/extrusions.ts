import type { Page } from '@playwright/test'
import { ask, organisationOf } from '../ask'
import type { Account } from '../platform'

const MATERIAL = 'NF-AL-EXT-O'
const DAY_MILLIS = 86_400_000

/** What of a lot differs from test to test; the rest is 97.5 % aluminium in bales, for a week, at Gongyi. */
export interface Terms {
  title: string
  grams: number
  payment: 'AFTER_WEIGHING' | 'PROVISIONAL_AND_FINAL'
  fenPerTonne: number
  formula?: object
}

/** The yard enters old aluminium extrusions as received. */
export async function received(yard: Page, grams: number, reference: string): Promise<void> {
  await ask(yard, `/organisations/${await organisationOf(yard)}/stock-receipts`, {
    materialCode: MATERIAL,
    quantity: grams,
    source: 'PRODUCTIVE_UNIT',
    reference,
    happenedOn: dayAfter(0),
  })
}

/** The yard offers some of them; the id of the lot. */
export async function offered(yard: Page, terms: Terms): Promise<string> {
  const { title, grams, payment, fenPerTonne, formula } = terms
  const lot = await ask(yard, `/organisations/${await organisationOf(yard)}/lots`, {
    materialCode: MATERIAL,
    title,
    quantity: grams,
    toleranceBasisPoints: 300,
    quality: {
      form: 'extrusion',
      alloy_series: '6xxx',
      al_pct: '97.5',
      inclusion_pct: '1.2',
      radiation_usvh: '0.1',
      source: 'old',
    },
    packing: 'BALED',
    place: { areaCode: 'ZZ-GY', address: '回郭镇工业路 1 号' },
    delivery: 'AT_SELLER',
    payment,
    tax: 'INCLUDES_VAT_13',
    price: { amount: fenPerTonne, currency: 'CNY' },
    ...(formula === undefined ? {} : { formula }),
    lastDay: dayAfter(7),
  })
  return lot.id
}

/** All of a lot is bought as it is offered, and both sides sign; the path of the deal's page. */
export async function signed(
  [yard, seller]: [Page, Account],
  [works, buyer]: [Page, Account],
  lot: string,
  grams: number,
): Promise<string> {
  const deal = await ask(works, `/lots/${lot}/purchases`, {
    organisationId: await organisationOf(works),
    lotTerms: 1,
    quantity: grams,
  })
  for (const [page, account] of [
    [yard, seller],
    [works, buyer],
  ] as const) {
    await ask(page, `/deals/${deal.id}/signatures`, {
      organisationId: await organisationOf(page),
      contractHash: deal['contractHash'],
      password: account.password,
    })
  }
  return `/deals/${deal.id}`
}

/** A day in UTC, so many days from now. */
export function dayAfter(days: number): string {
  return new Date(Date.now() + days * DAY_MILLIS).toISOString().slice(0, 10)
}
