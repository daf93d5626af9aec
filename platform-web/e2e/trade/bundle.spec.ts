import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { publishOffer, writeOffer } from '../offer'
import { demoAccount } from '../platform'

test(
  'a buyer takes two things of one seller with one payment and one code, and sees what is taken off',
  { tag: '@once' },
  async ({ browser }, { project }) => {
    const mark = `${project.name}-${String(Date.now())}`
    const seller = await signedIn(browser, demoAccount('RESIDENT', 0))
    const buyer = await signedIn(browser, demoAccount('RESIDENT', 1))

    await test.step('the seller takes ten percent off two things', () => takeOff(seller))
    await writeOffer(seller, `白蜡木书柜 ${mark}`)
    const first = await publishOffer(seller, `白蜡木书柜 ${mark}`)
    await writeOffer(seller, `樟木箱子 ${mark}`)
    await publishOffer(seller, `樟木箱子 ${mark}`)

    await test.step('the buyer puts the other thing to the one they look at', async () => {
      await buyer.goto(first)
      await buyer.getByRole('link', { name: '和这位卖家的其他物品一起买' }).click()
      await expect(buyer.getByText('满 2 件优惠 10%')).toBeVisible()
      await buyer.getByRole('button', { name: `一起买：樟木箱子 ${mark}` }).click()
      await expect(buyer.getByText('已选 2 件')).toBeVisible()
      await expectAccessible(buyer)
      await expectToFit(buyer)
      await buyer.getByRole('link', { name: '去合购' }).click()
    })
    await test.step('all of it is paid at once', async () => {
      await expect(buyer.getByText('合购优惠 10%')).toBeVisible()
      await expect(buyer.getByText('¥504.00').first()).toBeVisible()
      await expectAccessible(buyer)
      await expectToFit(buyer)
      await buyer.getByRole('button', { name: '预订并付款' }).click()
      await buyer.waitForURL(/\/pay\//)
      await buyer.locator('button[value="pay"]').click()
      await buyer.waitForURL(/\/bundles\//)
      await expect(buyer.getByRole('heading', { name: '货款担保中，去验货吧' })).toBeVisible()
      await expectAccessible(buyer)
      await expectToFit(buyer)
    })
    await test.step('one code hands all of it over', () => handOver(seller, buyer))
    await test.step('the two stand together among the orders', async () => {
      await buyer.goto('/my/orders')
      const group = buyer.getByRole('listitem').filter({ hasText: mark }).first()
      await expect(group.getByRole('link', { name: /2 件合购/ })).toBeVisible()
      await expect(group.getByText('交易完成')).toHaveCount(2)
    })
  },
)

async function takeOff(seller: Page): Promise<void> {
  await seller.goto('/my/listings')
  await seller.getByRole('link', { name: '合购优惠' }).click()
  await seller.getByLabel('两件起').selectOption({ label: '优惠 10%' })
  await seller.getByLabel('三件起').selectOption({ label: '优惠 5%' })
  await seller.getByLabel('五件起').selectOption({ label: '优惠 15%' })
  await seller.getByRole('button', { name: '保存' }).click()
  await expect(seller.getByText('买得更多，优惠不能更少。')).toBeVisible()
  await seller.getByLabel('三件起').selectOption({ label: '优惠 12%' })
  await seller.getByRole('button', { name: '保存' }).click()
  await expect(seller.getByText('已保存')).toBeVisible()
  await expectAccessible(seller)
}

async function handOver(seller: Page, buyer: Page): Promise<void> {
  const code = (await buyer.getByText(/^\d{3} \d{3}$/).innerText()).replace(' ', '')
  await seller.goto(new URL(buyer.url()).pathname)
  await seller.getByLabel('买家的取货码').fill(code)
  await seller.getByRole('button', { name: '完成交货' }).click()
  await expect(seller.getByRole('heading', { name: '交易完成，货款已入余额' })).toBeVisible()
}
