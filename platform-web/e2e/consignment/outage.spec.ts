import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { demoAccount } from '../platform'

interface Thing {
  code: string
  title: string
  listing: string
}

test(
  'a counter sells on while the line is down, and whoever is there keeps it',
  { tag: '@once' },
  async ({ browser }) => {
    const counter = await signedIn(browser, demoAccount('POINT_OPERATOR'), { serviceWorkers: 'allow' })
    const buyer = await signedIn(browser, demoAccount('RESIDENT', 2))
    await counter.evaluate(() => navigator.serviceWorker.ready)
    await openShift(counter)
    const [here, wanted] = await thingsOnSale(counter)

    await test.step('the till keeps the shelf', async () => {
      const copied = counter.waitForResponse(/shelf-copy/)
      await counter.goto('/counter')
      await (await copied).finished()
    })
    await test.step('without a connection two things are sold for cash', async () => {
      await counter.context().setOffline(true)
      await counter.reload()
      await expect(counter.getByText(/已断网，按 .+ 的货架继续卖/)).toBeVisible()
      await sell(counter, here)
      await sell(counter, wanted)
      await expect(counter.getByText(/2 笔待入账/)).toBeVisible()
      await expectAccessible(counter)
      await expectToFit(counter)
    })
    await test.step('one of them is bought online meanwhile', async () => {
      await buyer.goto(`/listings/${wanted.listing}`)
      await buyer.getByRole('button', { name: '立即购买' }).first().click()
      await buyer.getByRole('button', { name: '预订并付款' }).click()
      await buyer.waitForURL(/pay|orders/)
    })
    await test.step('when the line is back both are booked, and the online order has given way', async () => {
      await counter.context().setOffline(false)
      await expect(counter.getByText(/笔待入账/)).toBeHidden()
      await expect(counter.getByText(/线上订单 D.+ 已取消并全额退款/)).toBeVisible()
      await expect(counter.getByText('已入账', { exact: true }).first()).toBeVisible()
      await expectAccessible(counter)
    })
    await test.step('the buyer is told why', async () => {
      await buyer.goto('/my/orders')
      await buyer
        .getByRole('link', { name: new RegExp(wanted.title) })
        .first()
        .click()
      await expect(buyer.getByText(/被店内顾客当面买走/)).toBeVisible()
    })
  },
)

/** Open already where a test before this one has opened it. */
async function openShift(counter: Page): Promise<void> {
  await counter.goto('/counter/till')
  const open = counter.getByRole('button', { name: '清点开班' })
  await expect(open.or(counter.getByRole('heading', { name: /钱箱应有/ }))).toBeVisible()
  if (await open.isVisible()) {
    await counter.getByLabel('金额').fill('500')
    await open.click()
  }
  await expect(counter.getByRole('heading', { name: /钱箱应有/ })).toBeVisible()
}

/** Two things that nobody has held, as the counter's own page reads them. */
async function thingsOnSale(counter: Page): Promise<[Thing, Thing]> {
  const answer = await counter.request.get('/api/v1/my/point/items?state=ON_SALE&limit=60')
  const { items } = (await answer.json()) as {
    items: { code: string; title: string; listingId: string; promised: boolean }[]
  }
  const [one, two] = items
    .filter(({ promised }) => !promised)
    .map(({ code, title, listingId }) => ({ code, title, listing: listingId }))
  if (one === undefined || two === undefined) {
    throw new Error('The sample data has fewer than two things on sale at the point')
  }
  return [one, two]
}

async function sell(counter: Page, { code, title }: Thing): Promise<void> {
  await counter.getByLabel(/扫描/).fill(code)
  await counter.keyboard.press('Enter')
  await expect(counter.getByText('价格来自本机的货架副本')).toBeVisible()
  await expect(counter.getByRole('region', { name: '正在办理' }).getByText(title)).toBeVisible()
  await counter.keyboard.press('Enter')
  await expect(counter.getByRole('heading', { name: '收款单' })).toBeVisible()
}
