import type { Page } from '@playwright/test'
import { ask, organisationOf } from '../ask'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { demoAccount } from '../platform'

const RECYCLER = demoAccount('ORGANISATION_MEMBER', 0)
const SMELTER = demoAccount('ORGANISATION_MEMBER', 4)
const PHONE = { viewport: { width: 390, height: 844 } }
const DAY_MILLIS = 86_400_000

test(
  'a smelter calls the price of a part on the telephone, and the desks draw how they stand',
  { tag: '@once' },
  async ({ browser }) => {
    const recycler = await signedIn(browser, RECYCLER)
    const smelter = await signedIn(browser, SMELTER, PHONE)
    const deal = await calledDeal(recycler, smelter)

    await test.step('what is left, until when, and the reference are there', async () => {
      await smelter.goto(deal)
      const calling = smelter.getByRole('region', { name: '点价', exact: true })
      await expect(calling.getByText('待买方点价')).toBeVisible()
      await expect(calling.getByText('铸造铝合金（AD），元/吨', { exact: true })).toBeVisible()
    })
    await test.step('two tonnes are called, after a look at what they come to', async () => {
      await smelter.getByRole('textbox', { name: '数量' }).fill('2')
      await expect(smelter.getByText(/2 吨 按 .*之后还剩 4 吨 未点/)).toContainText('/吨')
      await fits(smelter)
      await smelter.getByRole('button', { name: '确认点价' }).click()
      await expect(smelter.getByText('2 吨，共 6 吨')).toBeVisible()
    })
    await test.step('the seller sees it, and cannot call', async () => {
      await recycler.goto(deal)
      await expect(recycler.getByText('2 吨，共 6 吨')).toBeVisible()
      await expect(recycler.getByRole('button', { name: '确认点价' })).toBeHidden()
      await fits(recycler)
    })
    await test.step('the desk shows charts, and as tables', async () => {
      await recycler.goto('/trade-desk/figures')
      const position = recycler.getByRole('region', { name: '各品类持仓' })
      await position.getByText('用表格查看').click()
      await expect(position.getByRole('columnheader', { name: '已锁定' })).toBeVisible()
      await expect(recycler.getByRole('heading', { name: '本企业结算单价' })).toBeVisible()
      await fits(recycler)
    })
  },
)

async function fits(page: Page) {
  await expectAccessible(page)
  await expectToFit(page)
}

function inDays(days: number): string {
  return new Date(Date.now() + days * DAY_MILLIS).toISOString().slice(0, 10)
}

/** Six tonnes at 88 % of the reference, called by the buyer; the path of the page of the signed deal. */
async function calledDeal(recycler: Page, smelter: Page): Promise<string> {
  const yard = await organisationOf(recycler)
  const works = await organisationOf(smelter)
  await ask(recycler, `/organisations/${yard}/stock-receipts`, {
    materialCode: 'NF-AL-EXT-O',
    quantity: 6_000_000,
    source: 'PRODUCTIVE_UNIT',
    reference: 'GP-CALLED',
    happenedOn: inDays(0),
  })
  const lot = await ask(recycler, `/organisations/${yard}/lots`, {
    materialCode: 'NF-AL-EXT-O',
    title: '旧铝型材 点价',
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
    price: { amount: 10_000, currency: 'CNY' },
    formula: {
      kind: 'INDEXED',
      references: [
        {
          series: 'AD',
          coefficientBp: 8_800,
          period: {
            kind: 'CALLED',
            by: 'BUYER',
            from: inDays(0),
            deadline: inDays(30),
            grams: 6_000_000,
            smallestGrams: 2_000_000,
          },
        },
      ],
      premiumFenPerTonne: 0,
      penalties: [],
    },
    lastDay: inDays(7),
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
  return deal
}
