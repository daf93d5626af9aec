import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { publishOffer, writeOffer } from '../offer'
import { demoAccount, moveParcel } from '../platform'

test('a bookcase is sent, followed and confirmed', { tag: '@once' }, async ({ browser }, { project }) => {
  const title = `可寄书柜 ${project.name}-${String(Date.now())}`
  const seller = await signedIn(browser, demoAccount('RESIDENT', 0))
  const buyer = await signedIn(browser, demoAccount('RESIDENT', 1))

  const listing = await test.step('the seller offers to ship it', () => offerToShip(seller, title))
  const order = await test.step('the buyer sees the price all in, and pays it', () => buy(buyer, listing))
  const waybill = await test.step('the seller prints a label', () => label(seller, order))
  await test.step('both follow the parcel', () => follow(buyer, order, waybill))
  await test.step('the buyer confirms', () => confirm(buyer))
})

async function offerToShip(seller: Page, title: string): Promise<string> {
  await writeOffer(seller, title)
  await seller.getByLabel('可以寄快递').check()
  await seller.getByLabel('包装后的重量').selectOption({ label: '不超过 3 公斤' })
  await expect(seller.getByText('草稿已保存')).toBeVisible()
  await expectAccessible(seller)
  return publishOffer(seller, title)
}

async function buy(buyer: Page, listing: string): Promise<string> {
  await buyer.goto(listing)
  await expect(buyer.getByText('当面，或快递（运费由买家付）')).toBeVisible()
  await buyer.getByRole('button', { name: '立即购买' }).click()
  const sheet = buyer.getByRole('dialog', { name: '确认购买' })
  await expect(sheet.getByRole('radiogroup').or(sheet.getByLabel('姓名'))).toBeVisible()
  if (await sheet.getByLabel('姓名').isVisible()) {
    await write(buyer)
  }
  await expect(sheet.getByText('¥291')).toBeVisible()
  await expectAccessible(buyer)
  await expectToFit(buyer)
  await sheet.getByRole('button', { name: '预订并付款' }).click()
  await buyer.waitForURL(/\/pay\//)
  await buyer.locator('button[value="pay"]').click()
  await buyer.waitForURL(/\/orders\//)
  await expect(buyer.getByRole('heading', { name: '货款担保中，等卖家寄出' })).toBeVisible()
  return new URL(buyer.url()).pathname
}

async function write(person: Page): Promise<void> {
  await person.getByLabel('姓名').fill('王小明')
  await person.getByLabel('手机号', { exact: true }).fill('13812345678')
  await person.getByLabel('城市、区县').fill('郑州市金水区')
  await person.getByLabel('详细地址').fill('花园路 1 号 2 单元 301')
  await person.getByRole('button', { name: '保存' }).click()
}

async function label(seller: Page, order: string): Promise<string> {
  await seller.goto(order)
  await expect(seller.getByRole('heading', { name: '买家已付款，请寄出' })).toBeVisible()
  await expect(seller.getByText('13812345678')).toHaveCount(0)
  await seller.getByRole('button', { name: '获取运单号' }).click()
  const sheet = seller.getByRole('dialog', { name: '从哪里寄出' })
  await expect(sheet.getByRole('radiogroup').or(sheet.getByLabel('姓名'))).toBeVisible()
  if (await sheet.getByLabel('姓名').isVisible()) {
    await write(seller)
  }
  await sheet.getByRole('button', { name: '获取运单号' }).click()
  await seller.getByRole('link', { name: '打印面单' }).click()
  await expect(seller.getByRole('article', { name: '快递面单' })).toBeVisible()
  await expectAccessible(seller)
  await expectToFit(seller)
  return seller.getByText(/^XS\d{13}$/).innerText()
}

async function follow(buyer: Page, order: string, waybill: string): Promise<void> {
  await moveParcel(waybill, 'PICKED_UP', '郑州市金水区')
  await buyer.goto(order)
  await expect(buyer.getByRole('heading', { name: '包裹在路上' })).toBeVisible()
  await moveParcel(waybill, 'DELIVERED', '郑州市金水区')
  await expect(buyer.getByRole('heading', { name: '已签收，请验货' })).toBeVisible()
  await expect(buyer.getByText(waybill)).toBeVisible()
  await expectAccessible(buyer)
  await expectToFit(buyer)
}

async function confirm(buyer: Page): Promise<void> {
  await buyer.getByRole('button', { name: '确认收货' }).click()
  await buyer
    .getByRole('dialog', { name: '货已在手，没有问题？' })
    .getByRole('button', { name: '确认收货' })
    .click()
  await expect(buyer.getByRole('heading', { name: '交易完成', exact: true })).toBeVisible()
}
