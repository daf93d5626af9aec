import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { publishOffer } from '../offer'
import { drawnPhoto } from '../picture'
import { demoAccount } from '../platform'

test(
  'a tenant rents a drill for two days, and the deposit comes back',
  { tag: '@once' },
  async ({ browser }, { project }) => {
    const title = `冲击钻 带钻头 ${project.name}-${String(Date.now())}`
    const owner = await signedIn(browser, demoAccount('RESIDENT', 0))
    const tenant = await signedIn(browser, demoAccount('RESIDENT', 1))

    const listing = await test.step('the owner offers it for rent only', () => lend(owner, title))
    await test.step('the tenant chooses two days and sees the sum', () => choose(tenant, listing, title))
    const rental = await test.step('the tenant pays rent and deposit', () => pay(tenant))
    await test.step('the days are taken for everybody else', () => seeTaken(owner, tenant, listing))
    const pickupCode = await test.step('the tenant gets a pickup code', () => readCode(tenant, '取件码'))
    await test.step('the owner photographs it and hands it over', () => handOver(owner, rental, pickupCode))
    const returnCode = await test.step('the owner gets a return code', () => readCode(owner, '归还码'))
    await test.step('the tenant photographs it and gives it back', () => giveBack(tenant, returnCode))
    await test.step('the owner is satisfied', () => approve(owner))
    await test.step('the tenant has the deposit', () => seeSettled(tenant))
    await test.step('both find it in their lists', () => findInLists(owner, tenant, title))
  },
)

async function lend(owner: Page, title: string): Promise<string> {
  await owner.goto('/publish')
  await owner
    .getByLabel('添加照片')
    .setInputFiles({ name: 'drill.jpg', mimeType: 'image/jpeg', buffer: await drawnPhoto(owner) })
  await owner.getByLabel('标题').fill(title)
  await owner.getByLabel('描述').fill('带一套钻头，周末可取。')
  await owner.getByRole('button', { name: '工具', exact: true }).click()
  await owner.getByRole('button', { name: '电动工具与梯' }).click()
  await owner.getByRole('radio', { name: /成色良好/ }).check()
  await owner.getByRole('checkbox', { name: '出售', exact: true }).uncheck()
  await owner.getByRole('checkbox', { name: '出租', exact: true }).check()
  await owner.getByLabel('日租金').fill('30')
  await owner.getByRole('main').getByRole('button', { name: '发布', exact: true }).click()
  await expect(owner.getByText('请把出租条件填写完整。')).toBeVisible()
  await owner.getByLabel('周租金（选填）').fill('120')
  await owner.getByLabel('押金').fill('300')
  await owner.getByLabel('物品价值').fill('420')
  await owner.getByLabel('区域').selectOption({ label: '金水区' })
  await expect(owner.getByRole('img', { name: '第 1 张照片' })).toBeVisible()
  await expect(owner.getByText('草稿已保存')).toBeVisible()
  await expectToFit(owner)
  await expectAccessible(owner)
  return publishOffer(owner, title)
}

/** With the keyboard: the arrow keys move between days. */
async function choose(tenant: Page, listing: string, title: string): Promise<void> {
  await tenant.goto(listing)
  await expect(tenant.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(tenant.getByText('¥30/天').first()).toBeVisible()
  await expect(tenant.getByRole('button', { name: '立即购买' })).toHaveCount(0)
  await expectAccessible(tenant)
  await tenant.getByRole('button', { name: '选择租期' }).click()
  const sheet = tenant.getByRole('dialog')
  await sheet.locator('button[tabindex="0"]').focus()
  await tenant.keyboard.press('ArrowRight')
  await tenant.keyboard.press('Enter')
  await tenant.keyboard.press('ArrowRight')
  await tenant.keyboard.press('Enter')
  await expect(sheet.getByText('租金（2 天）')).toBeVisible()
  await expect(sheet.getByText('¥60', { exact: true })).toBeVisible()
  await expect(sheet.getByText('¥360', { exact: true })).toBeVisible()
  await expectToFit(tenant)
  await expectAccessible(tenant)
}

/** Through the provider's own page; returns the address of the rental. */
async function pay(tenant: Page): Promise<string> {
  await tenant.getByRole('dialog').getByRole('button', { name: '预订并付款' }).click()
  await tenant.waitForURL(/\/pay\//)
  await tenant.locator('button[value="pay"]').click()
  await tenant.waitForURL(/\/rentals\//)
  await expect(tenant.getByRole('heading', { name: '已付款，起租日去取件吧' })).toBeVisible()
  await expectToFit(tenant)
  await expectAccessible(tenant)
  return new URL(tenant.url()).pathname
}

async function seeTaken(owner: Page, tenant: Page, listing: string): Promise<void> {
  const before = tenant.url()
  await tenant.goto(listing)
  await tenant.getByRole('button', { name: '选择租期' }).click()
  await expect(tenant.getByRole('button', { name: /已占用$/ }).first()).toBeVisible()
  await tenant.goto(before)
  await owner.goto('/my/rentals')
  await owner.getByRole('button', { name: '我出租的' }).click()
  await expect(owner.getByText('已付款，待交付').first()).toBeVisible()
  await expectAccessible(owner)
}

async function readCode(page: Page, title: string): Promise<string> {
  await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible()
  return (await page.getByText(/^\d{3} \d{3}$/).innerText()).replace(' ', '')
}

async function record(page: Page, button: string, note: string): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  const sheet = page.getByRole('dialog')
  await sheet
    .getByLabel('添加照片')
    .setInputFiles({ name: 'condition.jpg', mimeType: 'image/jpeg', buffer: await drawnPhoto(page) })
  await sheet.getByLabel('备注（选填）').fill(note)
  await expect(sheet.getByRole('img', { name: '第 1 张照片' })).toBeVisible()
  await expectAccessible(page)
  await sheet.getByRole('button', { name: '保存记录' }).click()
  await expect(page.getByText(note)).toBeVisible()
  // As long as it is open, nothing can be typed into the page behind it.
  await expect(sheet).toBeHidden()
}

async function handOver(owner: Page, rental: string, pickupCode: string): Promise<void> {
  await owner.goto(rental)
  await owner.getByLabel('租客的取件码').fill(pickupCode)
  await owner.getByRole('button', { name: '确认交付' }).click()
  await expect(owner.getByRole('alert')).toContainText('请先拍照记录物品状况')
  await record(owner, '记录交付时的状况', '钻夹头完好')
  await owner.getByLabel('租客的取件码').fill(pickupCode)
  await owner.getByRole('button', { name: '确认交付' }).click()
  await expect(owner.getByRole('heading', { name: '物品在租客手中' })).toBeVisible()
  await expectToFit(owner)
  await expectAccessible(owner)
}

async function giveBack(tenant: Page, returnCode: string): Promise<void> {
  await tenant.reload()
  await record(tenant, '记录归还时的状况', '钻头齐全')
  await tenant.getByLabel('物主的归还码').fill(returnCode)
  await tenant.getByRole('button', { name: '确认归还' }).click()
  await expect(tenant.getByRole('heading', { name: '已归还，等物主验收' })).toBeVisible()
}

async function approve(owner: Page): Promise<void> {
  await owner.reload()
  await expect(owner.getByText('钻头齐全')).toBeVisible()
  await owner.getByRole('button', { name: '完好无损，退还押金' }).click()
  await owner.getByRole('dialog').getByRole('button', { name: '完好无损，退还押金' }).click()
  await expect(owner.getByRole('heading', { name: '已结清，租金已入余额' })).toBeVisible()
}

async function seeSettled(tenant: Page): Promise<void> {
  await tenant.reload()
  await expect(tenant.getByRole('heading', { name: '已结清', exact: true })).toBeVisible()
  await expect(tenant.getByText('¥300.00').first()).toBeVisible()
  await expectAccessible(tenant)
  const link = tenant.getByRole('link', { name: '查看可验证收据' })
  const receipt = (await link.getAttribute('href')) ?? ''
  await expect(async () => {
    await tenant.goto(receipt)
    await expect(tenant.getByRole('heading', { name: '租借已结清' })).toBeVisible({ timeout: 3_000 })
  }).toPass()
}

async function findInLists(owner: Page, tenant: Page, title: string): Promise<void> {
  await tenant.goto('/my/rentals')
  await expect(tenant.getByText(title)).toBeVisible()
  await expectToFit(tenant)
  await owner.goto('/my/rentals')
  await owner.getByRole('button', { name: '我出租的' }).click()
  await expect(owner.getByText(title)).toBeVisible()
}
