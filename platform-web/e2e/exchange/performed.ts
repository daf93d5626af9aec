import type { Page } from '@playwright/test'
import { ask, organisationOf } from '../ask'
import { expect } from '../fixtures'

const DAY_MILLIS = 86_400_000
const TARE_GRAMS = 12_260_000

export interface Performance {
  plate: string
  /** What the deal is of, and what the seller's scale says. */
  grams: number
  /** By how much less the buyer's scale shows. */
  lostGrams: number
  /** What both sides' laboratories read, in hundredths of the attribute's unit. */
  values: Record<string, number>
}

/** A signed deal’s only load is sent, weighed at both ends, sampled, read by both and accepted by the buyer. */
export async function performed(
  seller: Page,
  buyer: Page,
  deal: string,
  { plate, grams, lostGrams, values }: Performance,
): Promise<void> {
  const yard = await organisationOf(seller)
  const works = await organisationOf(buyer)
  await seller.goto(deal)
  await expect(seller.getByLabel('车牌')).toBeVisible()
  const sent = await ask(seller, `${deal}/loads`, { plate, driver: '赵师傅', quantity: grams, isLast: true })
  const load = String((sent['loads'] as { id: string }[])[0]?.id)
  const now = Date.now()
  for (const [page, organisationId, scale, grossGrams] of [
    [seller, yard, 'SELLER', TARE_GRAMS + grams],
    [buyer, works, 'BUYER', TARE_GRAMS + grams - lostGrams],
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
      plate,
      grossGrams,
      grossAt: new Date(now).toISOString(),
      tareGrams: TARE_GRAMS,
      tareAt: new Date(now - 600_000).toISOString(),
      documentIds: [],
    })
  }
  await ask(buyer, `${deal}/sample`, {
    organisationId: works,
    takenBy: '李取样',
    place: '厂内料场',
    seals: ['F-1', 'F-2', 'F-3', 'F-4'],
    takenAt: new Date().toISOString(),
    documentIds: [],
  })
  for (const [page, organisationId] of [
    [seller, yard],
    [buyer, works],
  ] as const) {
    await ask(page, `${deal}/assays`, {
      organisationId,
      laboratory: '本厂化验室',
      reading: { values, rejects: [], documentIds: [] },
    })
  }
  await ask(buyer, `${deal}/acceptance`, {})
}
