import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { publishOffer, writeOffer } from '../offer'
import { demoAccount } from '../platform'

test(
  'somebody looks for a thing, a seller who has it answers, and it is found',
  { tag: '@once' },
  async ({ browser }) => {
    const words = `榉木斗柜 ${String(Date.now())}`
    const wanter = await signedIn(browser, demoAccount('RESIDENT', 1))
    const seller = await signedIn(browser, demoAccount('RESIDENT', 0))

    const post = await test.step('somebody posts a wish', () => postWish(wanter, words))
    await test.step('a seller who has it publishes it from the wish and answers', async () => {
      await seller.goto('/wanted')
      await seller.getByRole('link', { name: new RegExp(words) }).click()
      await fitsEverybody(seller)
      await seller.getByRole('button', { name: '我有这个' }).click()
      await expectAccessible(seller)
      await seller.getByRole('link', { name: '发布一件' }).click()
      await expect(seller.getByLabel('标题')).toHaveValue(words)
      await writeOffer(seller, words, seller.url())
      await publishOffer(seller, words)
      await seller.getByRole('button', { name: '告诉对方' }).first().click()
      await expect(seller).toHaveURL(/\/messages\//)
      await expect(seller.getByText(`卖家有您求购的“${words}”`)).toBeVisible()
    })
    await test.step('the wanter hears of it, talks, and has found it', async () => {
      await wanter.goto('/notifications')
      await expect(wanter.getByRole('link', { name: new RegExp(`回应您的求购“${words}”`) })).toBeVisible()
      await wanter.goto(post)
      await expect(wanter.getByRole('link', { name: '去聊聊' })).toBeVisible()
      await fitsEverybody(wanter)
      await wanter.getByRole('button', { name: '已经找到' }).click()
      await expect(wanter.getByText('已找到', { exact: true })).toBeVisible()
    })
  },
)

async function postWish(wanter: Page, words: string): Promise<string> {
  await wanter.goto('/wanted/new')
  await wanter.getByLabel('想要什么').fill(words)
  await wanter.getByLabel('分类').selectOption({ label: '家具' })
  await wanter.getByLabel('最高愿付').fill('300')
  await fitsEverybody(wanter)
  await wanter.getByRole('button', { name: '发布求购' }).click()
  await expect(wanter.getByRole('heading', { level: 1 })).toHaveText(words)
  return new URL(wanter.url()).pathname
}

async function fitsEverybody(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectToFit(page)
}
