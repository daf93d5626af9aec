import type { Page } from '@playwright/test'
import { ask, organisationOf } from '../ask'
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
  await perform(recycler, smelter, yard, works, deal)
  await smelter.goto(deal)
  await smelter.getByRole('button', { name: '去支付' }).click()
  await smelter.locator('button[value="pay"]').click()
  await expect(smelter.getByText('已付卖方')).toBeVisible()
  return deal
}

async function perform(recycler: Page, smelter: Page, yard: string, works: string, deal: string) {
  await recycler.goto(deal)
  await expect(recycler.getByLabel('车牌')).toBeVisible()
  const sent = await ask(recycler, `${deal}/loads`, {
    plate: PLATE,
    driver: '赵师傅',
    quantity: 6_000_000,
    isLast: true,
  })
  const load = String((sent['loads'] as { id: string }[])[0]?.id)
  const now = Date.now()
  for (const [page, organisationId, scale] of [
    [recycler, yard, 'SELLER'],
    [smelter, works, 'BUYER'],
  ] as const) {
    const device = `E2E-${String(now)}`
    await ask(page, `/organisations/${organisationId}/weigh-devices`, {
      id: device,
      name: '一号地磅',
      certificate: 'JD-E2E',
      certificateTo: new Date(now + 300 * DAY_MILLIS).toISOString().slice(0, 10),
    })
    await ask(page, `/loads/${load}/tickets`, {
      organisationId,
      scale,
      device,
      plate: PLATE,
      grossGrams: 18_260_000,
      grossAt: new Date(now).toISOString(),
      tareGrams: 12_260_000,
      tareAt: new Date(now - 600_000).toISOString(),
      documentIds: [],
    })
  }
  await ask(smelter, `${deal}/sample`, {
    organisationId: works,
    takenBy: '李取样',
    place: '厂内料场',
    seals: ['F-1', 'F-2', 'F-3', 'F-4'],
    takenAt: new Date().toISOString(),
    documentIds: [],
  })
  for (const [page, organisationId] of [
    [recycler, yard],
    [smelter, works],
  ] as const) {
    await ask(page, `${deal}/assays`, {
      organisationId,
      laboratory: '本厂化验室',
      reading: { values: { inclusion_pct: 120 }, rejects: [], documentIds: [] },
    })
  }
  await ask(smelter, `${deal}/acceptance`, {})
}
