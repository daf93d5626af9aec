import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { publishOffer, writeOffer } from '../offer'
import { demoAccount } from '../platform'

test(
  'somebody keeps an eye on a thing and on a search, and hears of both',
  { tag: '@once' },
  async ({ browser }) => {
    const stamp = String(Date.now())
    const title = `榆木斗柜 ${stamp}`
    const seller = await signedIn(browser, demoAccount('RESIDENT', 0))
    const watcher = await signedIn(browser, demoAccount('RESIDENT', 1))

    const listing = await test.step('the seller offers a thing', () => offer(seller, title))
    await test.step('the watcher saves it', () => save(watcher, listing, title))
    await test.step('its price drops, and the watcher is told', async () => {
      await reprice(seller, listing, '200')
      await watcher.goto('/notifications')
      await expect(
        watcher.getByRole('link', { name: `您收藏的“${title}”降价了：280 元 → 200 元` }),
      ).toBeVisible()
      await watcher.goto('/saved')
      await expect(watcher.getByRole('listitem').filter({ hasText: title })).toContainText(/已降 ¥\s?80/)
      await fitsEverybody(watcher)
    })
    await test.step('the watcher saves a search', () => saveSearch(watcher, stamp))
    await test.step('something that it finds is offered, and the watcher is told', async () => {
      await watcher.goto('/notifications')
      await offer(seller, `${title} 另一件`)
      await expect(watcher.getByRole('link', { name: `有新货：${title} 另一件，280 元` })).toBeVisible()
      await watcher.goto('/saved-searches')
      await expect(watcher.getByRole('link', { name: `${title} 另一件` })).toBeVisible()
      await fitsEverybody(watcher)
    })
    await test.step('one click turns the alerts off', async () => {
      await watcher.goto('/notifications')
      await watcher.getByRole('link', { name: '不再提醒此订阅' }).first().click()
      await expect(watcher.getByText(/已关闭“斗柜/)).toBeVisible()
      await fitsEverybody(watcher)
    })
    await test.step('the search is removed', () => removeSearch(watcher, stamp))
  },
)

async function offer(seller: Page, title: string): Promise<string> {
  await writeOffer(seller, title)
  return publishOffer(seller, title)
}

async function save(watcher: Page, listing: string, title: string): Promise<void> {
  await watcher.goto(listing)
  const heart = watcher.getByRole('button', { name: `收藏：${title}`, exact: true })
  await heart.click()
  await expect(heart).toHaveAttribute('aria-pressed', 'true')
}

async function reprice(seller: Page, listing: string, yuan: string): Promise<void> {
  await seller.goto(listing.replace('/listings/', '/publish/'))
  await seller.getByLabel('价格').fill(yuan)
  await seller.getByRole('button', { name: '保存修改' }).click()
  await expect(seller).toHaveURL(/\/listings\//)
}

async function saveSearch(watcher: Page, stamp: string): Promise<void> {
  await watcher.goto(`/search?q=${encodeURIComponent(`斗柜 ${stamp}`)}`)
  await watcher.getByRole('button', { name: '订阅这个搜索' }).click()
  const sheet = watcher.getByRole('dialog', { name: '订阅这个搜索' })
  await expect(sheet.getByLabel('名称')).toHaveValue(`斗柜 ${stamp}`)
  await expectAccessible(watcher)
  await sheet.getByRole('button', { name: '订阅', exact: true }).click()
  await expect(watcher.getByText('已订阅，有新货会告诉您')).toBeVisible()
}

async function removeSearch(watcher: Page, stamp: string): Promise<void> {
  const remove = `删除订阅“斗柜 ${stamp}”`
  await watcher.goto('/saved-searches')
  await watcher.getByRole('button', { name: remove }).click()
  await watcher
    .getByRole('dialog', { name: remove })
    .getByRole('button', { name: '删除', exact: true })
    .click()
  await expect(watcher.getByRole('button', { name: remove })).toHaveCount(0)
}

async function fitsEverybody(page: Page): Promise<void> {
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  await expectAccessible(page)
  await expectToFit(page)
}
