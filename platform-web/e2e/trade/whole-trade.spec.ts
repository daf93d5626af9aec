import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { offer } from '../offer'
import { demoAccount } from '../platform'

test('a bookcase changes hands, and anybody can verify it', async ({ browser, page: stranger }, {
  project,
}) => {
  const title = `实木书柜 五层 ${project.name}-${String(Date.now())}`
  const seller = await signedIn(browser, demoAccount('RESIDENT', 0))
  const buyer = await signedIn(browser, demoAccount('RESIDENT', 1))

  await test.step('the seller offers it', () => offer(seller, title))
  await test.step('the buyer finds it', () => find(buyer, title))
  const order = await test.step('the buyer reserves and pays it', () => buy(buyer))
  const pickupCode = await test.step('the buyer gets a pickup code', () => readPickupCode(buyer))
  await test.step('the seller hands it over against the code', () => handOver(seller, order, pickupCode))
  const receipt = await test.step('both see it complete', () => openReceipt(buyer))
  await test.step('both say what they think, and read each other at once', () => review(buyer, seller))
  await test.step('a stranger verifies the receipt', () => verify(stranger, receipt))
  await test.step('the seller has the money paid out', () => payOut(seller))
})

async function find(buyer: Page, title: string): Promise<void> {
  await expect(async () => {
    await buyer.goto(`/search?q=${encodeURIComponent(title)}&sort=newest`)
    await expect(buyer.getByRole('link', { name: new RegExp(title) })).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await buyer.getByRole('link', { name: new RegExp(title) }).click()
  await expect(buyer.getByRole('heading', { level: 1 })).toHaveText(title)
}

/** Through the provider's own page; returns the address of the order. */
async function buy(buyer: Page): Promise<string> {
  await buyer.getByRole('button', { name: '立即购买' }).click()
  await buyer.getByRole('button', { name: '预订并付款' }).click()
  await buyer.waitForURL(/\/pay\//)
  await buyer.locator('button[value="pay"]').click()
  await buyer.waitForURL(/\/orders\//)
  return new URL(buyer.url()).pathname
}

async function readPickupCode(buyer: Page): Promise<string> {
  const code = buyer.getByText(/^\d{3} \d{3}$/)
  await expect(code).toBeVisible()
  await expect(buyer.getByRole('heading', { name: '货款担保中，去验货吧' })).toBeVisible()
  await expectAccessible(buyer)
  return (await code.innerText()).replace(' ', '')
}

async function handOver(seller: Page, order: string, pickupCode: string): Promise<void> {
  await seller.goto(order)
  const wrong = pickupCode === '000000' ? '111111' : '000000'
  await seller.getByLabel('买家的取货码').fill(wrong)
  await seller.getByRole('button', { name: '完成交货' }).click()
  await expect(seller.getByRole('alert')).toBeVisible()
  await seller.getByLabel('买家的取货码').fill(pickupCode)
  await seller.getByRole('button', { name: '完成交货' }).click()
  await expect(seller.getByRole('heading', { name: '交易完成，货款已入余额' })).toBeVisible()
}

async function openReceipt(buyer: Page): Promise<string> {
  await buyer.reload()
  await expect(buyer.getByRole('heading', { name: '交易完成', exact: true })).toBeVisible()
  const link = buyer.getByRole('link', { name: '查看可验证收据' })
  return (await link.getAttribute('href')) ?? ''
}

/** Sealed until both have spoken; then on the seller's own page, too. */
async function review(buyer: Page, seller: Page): Promise<void> {
  await rate(buyer, '非常满意', '和描述一致，卖家爽快。')
  await expect(buyer.getByText(/您的评价已封存/)).toBeVisible()
  await expectAccessible(buyer)
  await seller.reload()
  await expect(seller.getByText('和描述一致，卖家爽快。')).toHaveCount(0)
  await rate(seller, '满意', '付款很快。')
  await expect(seller.getByText('和描述一致，卖家爽快。')).toBeVisible()
  await buyer.reload()
  await expect(buyer.getByText('付款很快。')).toBeVisible()
  await buyer
    .getByRole('main')
    .getByRole('link', { name: demoAccount('RESIDENT', 0).displayName })
    .click()
  await expect(buyer.getByText('和描述一致，卖家爽快。').first()).toBeVisible()
  await expectToFit(buyer)
  await expectAccessible(buyer)
}

async function rate(person: Page, rating: string, words: string): Promise<void> {
  await person.getByRole('radio', { name: rating, exact: true }).check({ force: true })
  await person.getByLabel('说说细节（选填）').fill(words)
  await person.getByRole('button', { name: '提交评价' }).click()
}

/** The sequencer works in the background: the receipt holds a moment later. */
async function verify(stranger: Page, receipt: string): Promise<void> {
  await expect(async () => {
    await stranger.goto(receipt)
    await expect(stranger.getByRole('heading', { name: '交易完成' })).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await expect(stranger.getByRole('heading', { name: '验讫：收据真实有效' })).toBeVisible()
  await expect(stranger.getByRole('img', { name: '本收据网址的二维码' })).toBeVisible()
  await expect(stranger.getByText('不通过')).toHaveCount(0)
  await expectAccessible(stranger)
  const download = stranger.waitForEvent('download')
  await stranger.getByRole('link', { name: '下载证明文件' }).last().click()
  expect((await download).suggestedFilename()).toMatch(/-\d+\.tlog-proof$/)
}

async function payOut(seller: Page): Promise<void> {
  await seller.goto('/my/balance')
  await seller.getByLabel('金额').fill('1.50')
  await seller.getByRole('button', { name: '提现' }).click()
  await expect(seller.getByText('已申请提现 ¥1.50')).toBeVisible()
  await expectAccessible(seller)
}
