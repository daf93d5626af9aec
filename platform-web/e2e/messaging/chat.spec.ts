import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { drawnPhoto } from '../picture'
import { demoAccount } from '../platform'

test('two people talk about a listing, live', { tag: '@once' }, async ({ browser }, { project }) => {
  const stamp = `${project.name}-${String(Date.now())}`
  const buyer = await signedIn(browser, demoAccount('RESIDENT', 1))

  const seller = await test.step('the buyer asks about a listing of the other', async () => {
    const page = await signedIn(browser, demoAccount('RESIDENT', 0))
    await ask(buyer, await anyListingOf(page))
    return page
  })
  await test.step('the buyer’s words are heard at once', async () => {
    await say(buyer, `还在吗 ${stamp}`)
    await seller.goto('/messages')
    await seller.getByRole('link', { name: new RegExp(stamp) }).click()
    await expect(log(seller).getByText(`还在吗 ${stamp}`)).toBeVisible()
    await expect(log(buyer).getByText('已读')).not.toHaveCount(0)
  })
  await test.step('an answer comes without loading anew, and typing is seen', async () => {
    await composer(seller).pressSequentially('在的，周末')
    await expect(buyer.getByText('正在输入')).toBeVisible()
    await composer(seller).press('Shift+Enter')
    await composer(seller).pressSequentially('都可以')
    await composer(seller).press('Enter')
    await expect(log(buyer).getByText('在的，周末\n都可以').last()).toBeVisible()
    await expect(composer(seller)).toHaveValue('')
  })
  await test.step('contact data is sent only by who insists', () => insist(buyer, seller, stamp))
  await test.step('a photo is sent', () => sendPhoto(seller, buyer))
  await test.step('both pages are fit for everybody', async () => {
    await expectAccessible(buyer)
    await expectToFit(buyer)
    await buyer.getByRole('button', { name: '更多：屏蔽与举报' }).click()
    await expectAccessible(buyer)
  })
  await test.step('who is blocked is told', async () => {
    await buyer.getByRole('button', { name: '屏蔽对方' }).click()
    await expect(seller.getByText('现在不能发送消息')).toBeVisible()
    await buyer.getByRole('button', { name: '更多：屏蔽与举报' }).click()
    await buyer.getByRole('button', { name: '解除屏蔽' }).click()
    await expect(composer(seller)).toBeVisible()
  })
})

/** For money, and none that another test has made: who buys it there would have the last word in the conversation. */
async function anyListingOf(seller: Page): Promise<string> {
  await seller.goto('/my/listings')
  const link = seller
    .getByRole('listitem')
    .filter({ hasText: '在售', hasNotText: /\d{10,}|免费送/ })
    .locator('a[href^="/listings/"]')
    .first()
  await expect(link).toBeVisible()
  return (await link.getAttribute('href')) ?? ''
}

async function ask(buyer: Page, listing: string): Promise<void> {
  await buyer.goto(listing)
  await buyer.getByRole('button', { name: '联系卖家' }).click()
  await expect(buyer).toHaveURL(/\/messages\//)
  await expect(composer(buyer)).toBeVisible()
}

async function say(page: Page, words: string): Promise<void> {
  await composer(page).fill(words)
  await composer(page).press('Enter')
  await expect(log(page).getByText(words)).toBeVisible()
}

async function insist(buyer: Page, seller: Page, stamp: string): Promise<void> {
  const words = `加我薇❤ zw199001 ${stamp}`
  await composer(buyer).fill(words)
  await composer(buyer).press('Enter')
  const dialog = buyer.getByRole('dialog', { name: '发送前请留意' })
  await expect(dialog.getByText('微信')).toBeVisible()
  await expectAccessible(buyer)
  await dialog.getByRole('button', { name: '修改' }).click()
  await expect(composer(buyer)).toHaveValue(words)
  await composer(buyer).press('Enter')
  await dialog.getByRole('button', { name: '仍要发送' }).click()
  await expect(log(seller).getByText(words)).toBeVisible()
  await expect(log(seller).getByText('谨防诈骗').last()).toBeVisible()
}

async function sendPhoto(from: Page, to: Page): Promise<void> {
  const before = await log(to).getByRole('img', { name: '第 1 张照片' }).count()
  await from
    .getByLabel('发送照片')
    .setInputFiles({ name: 'detail.jpg', mimeType: 'image/jpeg', buffer: await drawnPhoto(from) })
  await expect(log(to).getByRole('img', { name: '第 1 张照片' })).toHaveCount(before + 1)
}

function log(page: Page) {
  return page.getByRole('log')
}

function composer(page: Page) {
  return page.getByLabel('输入消息')
}
