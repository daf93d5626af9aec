import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { offer } from '../offer'
import { demoAccount } from '../platform'

test(
  'two people come to terms, and the buyer pays the agreed price',
  { tag: '@once' },
  async ({ browser }) => {
    const title = `议价书柜 ${String(Date.now())}`
    const seller = await signedIn(browser, demoAccount('RESIDENT', 0))
    const buyer = await signedIn(browser, demoAccount('RESIDENT', 1))
    await test.step('the seller offers it', () => offer(seller, title))
    const listing = new URL(seller.url()).pathname

    await test.step('the seller decides beforehand, for nobody else to see', () => decide(seller, listing))
    await test.step('the buyer learns the least, and offers more', () => makeOffer(buyer, listing))
    await test.step('the seller names another price', () => counter(seller, title))
    await test.step('it is there at once, and fit for everybody', async () => {
      const card = newestOffer(buyer)
      await expect(card.getByText('¥250', { exact: true })).toBeVisible()
      await expect(card.getByText('等您答复')).toBeVisible()
      await expect(card.getByRole('timer')).toHaveText(/剩余 4[78]:\d\d:\d\d/)
      await expectAccessible(buyer)
      await expectToFit(buyer)
    })
    await test.step('the buyer accepts and is led to pay the agreed price', () => accept(buyer))
    await test.step('the seller sees that it is a deal', async () => {
      await expect(newestOffer(seller).getByText('已接受，等待付款')).toBeVisible()
      await expectToFit(seller)
    })
  },
)

async function decide(seller: Page, listing: string): Promise<void> {
  await seller.getByRole('link', { name: '修改' }).click()
  await seller.getByLabel('自动接受').fill('275')
  await seller.getByLabel('自动拒绝').fill('150')
  await expectAccessible(seller)
  await seller.getByRole('button', { name: '保存修改' }).click()
  await expect(seller).toHaveURL(new RegExp(listing))
}

async function makeOffer(buyer: Page, listing: string): Promise<void> {
  await buyer.goto(listing)
  await buyer.getByRole('button', { name: '出价' }).click()
  const sheet = buyer.getByRole('dialog', { name: '出个价' })
  await sheet.getByLabel('您的价格').fill('100')
  await sheet.getByRole('button', { name: '发出' }).click()
  await expect(sheet.getByText('可填 ¥140 至 ¥279.99')).toBeVisible()
  await expectAccessible(buyer)
  await sheet.getByLabel('您的价格').fill('200')
  await sheet.getByRole('button', { name: '发出' }).click()
  await expect(buyer).toHaveURL(/\/messages\//)
  await expect(newestOffer(buyer).getByText('等待对方答复')).toBeVisible()
}

async function counter(seller: Page, title: string): Promise<void> {
  await seller.goto('/messages')
  await seller.getByRole('link', { name: new RegExp(title) }).click()
  const card = newestOffer(seller)
  await expect(card.getByText('¥200', { exact: true })).toBeVisible()
  await expectAccessible(seller)
  await card.getByRole('button', { name: '还价' }).click()
  const sheet = seller.getByRole('dialog', { name: '还个价' })
  await sheet.getByLabel('您的价格').fill('250')
  await sheet.getByRole('button', { name: '发出' }).click()
  await expect(newestOffer(seller).getByText('等待对方答复')).toBeVisible()
}

async function accept(buyer: Page): Promise<void> {
  await newestOffer(buyer).getByRole('button', { name: '接受' }).click()
  const sheet = buyer.getByRole('dialog', { name: '以 ¥250 成交？' })
  await expectAccessible(buyer)
  await sheet.getByRole('button', { name: '确认成交' }).click()
  await expect(buyer).toHaveURL(/\/orders\//)
  await expect(buyer.getByRole('heading', { name: '已为您保留，请付款' })).toBeVisible()
  await expect(buyer.getByText('¥250')).not.toHaveCount(0)
  await buyer.getByRole('button', { name: '去支付' }).click()
  await buyer.waitForURL(/\/pay\//)
}

function newestOffer(page: Page): Locator {
  return page.getByRole('log').getByRole('article').last()
}
