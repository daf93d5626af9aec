import type { Page } from '@playwright/test'
import { dayAfter, offered, received, signed } from '../exchange/extrusions'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { demoAccount } from '../platform'

const RECYCLER = demoAccount('ORGANISATION_MEMBER', 0)
const SMELTER = demoAccount('ORGANISATION_MEMBER', 4)
const PHONE = { viewport: { width: 390, height: 844 } }
const GRAMS = 6_000_000

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

/** Six tonnes at 88 % of the reference, called by the buyer; the path of the page of the signed deal. */
async function calledDeal(recycler: Page, smelter: Page): Promise<string> {
  await received(recycler, GRAMS, 'GP-CALLED')
  const lot = await offered(recycler, {
    title: '旧铝型材 点价',
    grams: GRAMS,
    payment: 'AFTER_WEIGHING',
    fenPerTonne: 10_000,
    formula: {
      kind: 'INDEXED',
      references: [
        {
          series: 'AD',
          coefficientBp: 8_800,
          period: {
            kind: 'CALLED',
            by: 'BUYER',
            from: dayAfter(0),
            deadline: dayAfter(30),
            grams: GRAMS,
            smallestGrams: 2_000_000,
          },
        },
      ],
      premiumFenPerTonne: 0,
      penalties: [],
    },
  })
  return signed([recycler, RECYCLER], [smelter, SMELTER], lot, GRAMS)
}
