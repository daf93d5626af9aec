import type { Page } from '@playwright/test'
import { ask, organisationOf } from '../ask'
import { performed } from '../exchange/performed'
import { expect } from '../fixtures'
import { demoAccount } from '../platform'

export const RECYCLER = demoAccount('ORGANISATION_MEMBER', 0)
export const SMELTER = demoAccount('ORGANISATION_MEMBER', 4)
const PLATE = '豫A7F209'
const DAY_MILLIS = 86_400_000

export function cityDay(): string {
  return new Date(Date.now() + DAY_MILLIS / 3).toISOString().slice(0, 10)
}

/** Six tonnes at 15,600 yuan, weighed, read, accepted and paid; the path of its page. */
export async function settledDeal(recycler: Page, smelter: Page): Promise<string> {
  const yard = await organisationOf(recycler)
  const works = await organisationOf(smelter)
  await ask(recycler, `/organisations/${yard}/stock-receipts`, {
    materialCode: 'NF-AL-EXT-O',
    quantity: 6_000_000,
    source: 'PRODUCTIVE_UNIT',
    reference: 'GP-INVOICE',
    happenedOn: cityDay(),
  })
  const lot = await ask(recycler, `/organisations/${yard}/lots`, {
    materialCode: 'NF-AL-EXT-O',
    title: '旧铝型材 开票',
    quantity: 6_000_000,
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
    payment: 'AFTER_WEIGHING',
    tax: 'INCLUDES_VAT_13',
    price: { amount: 1_560_000, currency: 'CNY' },
    lastDay: new Date(Date.now() + 7 * DAY_MILLIS).toISOString().slice(0, 10),
  })
  const bought = await ask(smelter, `/lots/${lot.id}/purchases`, {
    organisationId: works,
    lotTerms: 1,
    quantity: 6_000_000,
  })
  const deal = `/deals/${bought.id}`
  for (const [page, organisationId, account] of [
    [recycler, yard, RECYCLER],
    [smelter, works, SMELTER],
  ] as const) {
    await ask(page, `${deal}/signatures`, {
      organisationId,
      contractHash: bought['contractHash'],
      password: account.password,
    })
  }
  await performed(recycler, smelter, deal, {
    plate: PLATE,
    grams: 6_000_000,
    lostGrams: 0,
    values: { inclusion_pct: 120 },
  })
  await smelter.goto(deal)
  await smelter.getByRole('button', { name: '去支付' }).click()
  await smelter.locator('button[value="pay"]').click()
  await expect(smelter.getByText('已付卖方')).toBeVisible()
  return deal
}
