import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { publishOffer, writeOffer } from '../offer'
import { demoAccount } from '../platform'

test(
  'a seller offers five chairs, a buyer takes three of them, and everybody sees that two are left',
  { tag: '@once' },
  async ({ browser }, { project }) => {
    const title = `餐椅五把 ${project.name}-${String(Date.now())}`
    const seller = await signedIn(browser, demoAccount('RESIDENT', 0))
    const buyer = await signedIn(browser, demoAccount('RESIDENT', 1))
    /** Another window, open since before. */
    const late = await signedIn(browser, demoAccount('RESIDENT', 1))

    const listing = await test.step('the seller has several of the same', () => offerFive(seller, title))
    await late.goto(listing)
    const order = await test.step('the buyer takes three', () => takeThree(buyer, listing))
    await test.step('who wants three more hears that two are left, and takes those', () => comeLate(late))
    await test.step('all are reserved', async () => {
      await seller.goto(listing)
      await expect(seller.getByText('已被预订').first()).toBeVisible()
    })
    await test.step('one code hands all three over', () => handOver(seller, buyer, order))
    await test.step('the seller finds more in the cellar', () => addMore(seller, listing))
  },
)

async function offerFive(seller: Page, title: string): Promise<string> {
  await writeOffer(seller, title)
  await seller.getByLabel('价格').fill('12.50')
  await expect(seller.getByLabel('数量')).toHaveCount(0)
  await seller.getByLabel('我有多件相同的').check()
  await expect(seller.getByLabel('每件价格')).toHaveValue('12.50')
  await expect(seller.getByRole('heading', { name: '议价' })).toHaveCount(0)
  await seller.getByRole('main').getByRole('button', { name: '发布', exact: true }).click()
  await expect(seller.getByText('请填写数量，1 至 999 件。')).toBeVisible()
  await seller.getByLabel('数量').fill('５')
  await expect(seller.getByText('草稿已保存')).toBeVisible()
  await expectAccessible(seller)
  return publishOffer(seller, title)
}

async function takeThree(buyer: Page, listing: string): Promise<string> {
  await buyer.goto(listing)
  await expect(buyer.getByText('/件 · 还剩 5 件')).toBeVisible()
  await expect(buyer.getByRole('button', { name: '出价' })).toHaveCount(0)
  const sheet = await openSheet(buyer)
  await sheet.getByRole('button', { name: '多一件' }).click()
  await sheet.getByRole('button', { name: '多一件' }).click()
  await expect(sheet.getByText('¥37.50', { exact: true })).toBeVisible()
  await expectAccessible(buyer)
  await expectToFit(buyer)
  await sheet.getByRole('button', { name: '预订并付款' }).click()
  await pay(buyer)
  await expect(buyer.getByText('3 件 × ¥12.50')).toBeVisible()
  await expectAccessible(buyer)
  return new URL(buyer.url()).pathname
}

/** Their page is from before. */
async function comeLate(late: Page): Promise<void> {
  const sheet = await openSheet(late)
  await sheet.getByRole('textbox', { name: '数量' }).fill('3')
  await sheet.getByRole('button', { name: '预订并付款' }).click()
  await expect(sheet.getByText('还剩 2 件。请减少数量，或看看类似商品。')).toBeVisible()
  await expect(sheet.getByRole('textbox', { name: '数量' })).toHaveValue('2')
  await expect(sheet.getByRole('button', { name: '多一件' })).toBeDisabled()
  await expectAccessible(late)
  await sheet.getByRole('button', { name: '预订并付款' }).click()
  await pay(late)
  await expect(late.getByText('2 件 × ¥12.50')).toBeVisible()
}

async function openSheet(person: Page) {
  await person.getByRole('button', { name: '立即购买' }).click()
  return person.getByRole('dialog', { name: '确认购买' })
}

async function pay(person: Page): Promise<void> {
  await person.waitForURL(/\/pay\//)
  await person.locator('button[value="pay"]').click()
  await person.waitForURL(/\/orders\//)
  await expect(person.getByRole('heading', { name: '货款担保中，去验货吧' })).toBeVisible()
}

async function handOver(seller: Page, buyer: Page, order: string): Promise<void> {
  const code = (await buyer.getByText(/^\d{3} \d{3}$/).innerText()).replace(' ', '')
  await seller.goto(order)
  await expect(seller.getByText('3 件 × ¥12.50')).toBeVisible()
  await seller.getByLabel('买家的取货码').fill(code)
  await seller.getByRole('button', { name: '完成交货' }).click()
  await expect(seller.getByRole('heading', { name: '交易完成，货款已入余额' })).toBeVisible()
}

async function addMore(seller: Page, listing: string): Promise<void> {
  await seller.goto(listing)
  await seller.getByRole('link', { name: '修改' }).click()
  await expect(seller.getByLabel('数量')).toHaveValue('2')
  await seller.getByLabel('数量').fill('1')
  await seller.getByRole('button', { name: '保存修改' }).click()
  await expect(seller.getByText('部分商品已被买家订下，数量不能少于已订下的件数。')).toBeVisible()
  await seller.getByLabel('数量').fill('6')
  await seller.getByRole('button', { name: '保存修改' }).click()
  await expect(seller.getByText('/件 · 还剩 4 件')).toBeVisible()
}
