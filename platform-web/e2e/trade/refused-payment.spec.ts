import { expect, signedIn, test } from '../fixtures'
import { demoAccount } from '../platform'

test('a declined payment can be tried again or given up', { tag: '@once' }, async ({ browser }) => {
  const buyer = await signedIn(browser, demoAccount('RESIDENT', 1))
  await buyer.goto('/search?q=椅子&sort=newest&maxPrice=50000')
  const own = demoAccount('RESIDENT', 1).displayName
  const cards = buyer.getByRole('main').locator('a[href^="/listings/"]')
  await expect(cards.first()).toBeVisible()
  const addresses = await cards.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))

  for (const address of addresses) {
    await buyer.goto(address)
    await expect(buyer.getByRole('heading', { level: 1 })).toBeVisible()
    if ((await buyer.getByRole('heading', { name: own }).count()) === 0) {
      break
    }
  }
  const title = await buyer.getByRole('heading', { level: 1 }).innerText()
  await buyer.getByRole('button', { name: '立即购买' }).click()
  await buyer.getByRole('button', { name: '预订并付款' }).click()
  await buyer.waitForURL(/\/pay\//)
  await buyer.locator('button[value="decline"]').click()
  await expect(buyer.getByRole('alert')).toBeVisible()

  await buyer.goBack()
  await buyer.goto('/my/orders')
  await buyer.getByRole('main').locator('a[href^="/orders/"]').filter({ hasText: title }).first().click()
  await expect(buyer.getByRole('timer')).toBeVisible()
  await buyer.getByRole('button', { name: '取消订单' }).click()
  const sheet = buyer.getByRole('dialog')
  await sheet.getByLabel('原因').fill('不想要了')
  await sheet.getByRole('button', { name: '取消订单' }).click()
  await expect(buyer.getByRole('heading', { name: '订单已取消' })).toBeVisible()
})
