import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { publishOffer } from '../offer'
import { drawnPhoto } from '../picture'
import { demoAccount } from '../platform'

test(
  'a chair is given to one of those who asked, and sealed',
  { tag: '@once' },
  async ({ browser }, { project }) => {
    const title = `实木餐椅 免费送 ${project.name}-${String(Date.now())}`
    const giver = await signedIn(browser, demoAccount('RESIDENT', 0))
    const asker = await signedIn(browser, demoAccount('RESIDENT', 1))

    const listing = await test.step('the giver gives it away', () => giveAway(giver, title))
    const gift = await test.step('somebody asks for it', () => ask(asker, listing))
    await test.step('the giver chooses', () => choose(giver, gift))
    const code = await test.step('it is theirs to fetch', () => readCode(asker))
    await test.step('it is handed over for the code', () => handOver(giver, code))
    await test.step('it is sealed', () => seeSealed(asker))
    await test.step('both find it in their lists', () => findInLists(giver, asker, title))
  },
)

async function giveAway(giver: Page, title: string): Promise<string> {
  await giver.goto('/publish')
  await giver
    .getByLabel('添加照片')
    .setInputFiles({ name: 'chair.jpg', mimeType: 'image/jpeg', buffer: await drawnPhoto(giver) })
  await giver.getByLabel('标题').fill(title)
  await giver.getByLabel('描述').fill('换了新的，这把还很结实，请自取。')
  await giver.getByRole('button', { name: '家具', exact: true }).click()
  await giver.getByRole('button', { name: '柜与书架' }).click()
  await giver.getByLabel(/^材质/).selectOption({ label: '实木' })
  await giver.getByRole('radio', { name: /成色良好/ }).check()
  await giver.getByRole('checkbox', { name: '免费送出' }).check()
  await giver.getByRole('radio', { name: /由赠送人选/ }).check()
  await expect(giver.getByLabel('价格')).toHaveCount(0)
  await giver.getByLabel('区域').selectOption({ label: '金水区' })
  await expect(giver.getByRole('img', { name: '第 1 张照片' })).toBeVisible()
  await expect(giver.getByText('草稿已保存')).toBeVisible()
  await expectToFit(giver)
  await expectAccessible(giver)
  return publishOffer(giver, title)
}

/** The address of the gift. */
async function ask(asker: Page, listing: string): Promise<string> {
  await asker.goto(listing)
  await expect(asker.getByText('第一个人申请后开始计时')).toBeVisible()
  await expect(asker.getByRole('button', { name: '立即购买' })).toHaveCount(0)
  await expectToFit(asker)
  await expectAccessible(asker)
  await asker.getByRole('button', { name: '我想要' }).click()
  const sheet = asker.getByRole('dialog')
  await sheet.getByLabel('对赠送人说一句').fill('刚租的房子还空着，周六能来取。')
  await expectAccessible(asker)
  await sheet.getByRole('button', { name: '提交申请' }).click()
  await asker.waitForURL(/\/gifts\//)
  await expect(asker.getByRole('heading', { name: '已申请，请等结果' })).toBeVisible()
  await expectToFit(asker)
  await expectAccessible(asker)
  return new URL(asker.url()).pathname
}

async function choose(giver: Page, gift: string): Promise<void> {
  await giver.goto(gift)
  await expect(giver.getByText('刚租的房子还空着，周六能来取。')).toBeVisible()
  await giver.getByRole('button', { name: `选 ${demoAccount('RESIDENT', 1).displayName}` }).click()
  await expectToFit(giver)
  await expectAccessible(giver)
  await giver.getByRole('button', { name: '确定人选（1）' }).click()
  await expect(giver.getByRole('heading', { name: '已许出，等对方来取' })).toBeVisible()
}

async function readCode(asker: Page): Promise<string> {
  await asker.reload()
  await expect(asker.getByRole('heading', { name: '送给您了，请来取' })).toBeVisible()
  await expectToFit(asker)
  await expectAccessible(asker)
  return (await asker.getByText(/^\d{3} \d{3}$/).innerText()).replace(' ', '')
}

async function handOver(giver: Page, code: string): Promise<void> {
  await giver.getByLabel('受赠人的取货码').fill(code)
  await giver.getByRole('button', { name: '确认送出' }).click()
  await expect(giver.getByRole('heading', { name: '已送出，谢谢您' })).toBeVisible()
  await expectAccessible(giver)
}

async function seeSealed(asker: Page): Promise<void> {
  await asker.reload()
  await expect(asker.getByRole('heading', { name: '归您了' })).toBeVisible()
  const receipt = (await asker.getByRole('link', { name: '查看可验证收据' }).getAttribute('href')) ?? ''
  await expect(async () => {
    await asker.goto(receipt)
    await expect(asker.getByRole('heading', { name: '已赠送' })).toBeVisible({ timeout: 3_000 })
  }).toPass()
}

async function findInLists(giver: Page, asker: Page, title: string): Promise<void> {
  await asker.goto('/my/gifts')
  await expect(asker.getByText(title)).toBeVisible()
  await expectToFit(asker)
  await expectAccessible(asker)
  await giver.goto('/my/gifts')
  await giver.getByRole('button', { name: '我送出的' }).click()
  await expect(giver.getByText(title)).toBeVisible()
}
