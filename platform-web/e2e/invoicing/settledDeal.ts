import type { Page } from '@playwright/test'
import { offered, received, signed } from '../exchange/extrusions'
import { performed } from '../exchange/performed'
import { expect } from '../fixtures'
import { demoAccount } from '../platform'

export const RECYCLER = demoAccount('ORGANISATION_MEMBER', 0)
export const SMELTER = demoAccount('ORGANISATION_MEMBER', 4)
const PLATE = '豫A7F209'
const GRAMS = 6_000_000
const DAY_MILLIS = 86_400_000

export function cityDay(): string {
  return new Date(Date.now() + DAY_MILLIS / 3).toISOString().slice(0, 10)
}

/** Six tonnes at 15,600 yuan, weighed, read, accepted and paid; the path of its page. */
export async function settledDeal(recycler: Page, smelter: Page): Promise<string> {
  await received(recycler, GRAMS, 'GP-INVOICE')
  const lot = await offered(recycler, {
    title: '旧铝型材 开票',
    grams: GRAMS,
    payment: 'AFTER_WEIGHING',
    fenPerTonne: 1_560_000,
  })
  const deal = await signed([recycler, RECYCLER], [smelter, SMELTER], lot, GRAMS)
  await performed(recycler, smelter, deal, {
    plate: PLATE,
    grams: GRAMS,
    lostGrams: 0,
    values: { inclusion_pct: 120 },
  })
  await smelter.goto(deal)
  await smelter.getByRole('button', { name: '去支付' }).click()
  await smelter.locator('button[value="pay"]').click()
  await expect(smelter.getByText('已付卖方')).toBeVisible()
  return deal
}
