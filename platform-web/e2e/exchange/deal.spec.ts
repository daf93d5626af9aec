import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { demoAccount } from '../platform'

const GRADE = '旧铝型材(门窗) · Tutu'

test(
  'a recycler offers a lot from its stock, a smelter haggles, and both sign the contract',
  { tag: '@once' },
  async ({ browser }) => {
    const title = `旧铝型材 ${String(Date.now())}`
    const recycler = await signedIn(browser, demoAccount('ORGANISATION_MEMBER', 0))
    const smelter = await signedIn(browser, demoAccount('ORGANISATION_MEMBER', 4))

    await test.step('the smelter wants to hear of such lots', () => wantToHear(smelter, title))
    await test.step('what came in is entered, and a part of it offered', async () => {
      await receive(recycler)
      await offer(recycler, title)
    })
    const lot = new URL(recycler.url()).pathname
    await test.step('the smelter hears of it, and has heard enough', () => hear(smelter, title))
    await test.step('the smelter finds it by a word of the trade and its quality, and says a price', async () => {
      await find(smelter, title)
      await smelter.getByRole('button', { name: '还价' }).click()
      await smelter.getByLabel('您的单价').fill('15000')
      await fits(smelter)
      await smelter.getByRole('button', { name: '发出报价' }).click()
      await expect(card(smelter, title).getByText('等对方回应')).toBeVisible()
    })
    await test.step('the recycler says another, and the smelter takes it', async () => {
      await recycler.goto('/trade-desk/proposals')
      await card(recycler, title).getByRole('button', { name: '还价' }).click()
      await card(recycler, title).getByLabel('您的单价').fill('15300')
      await fits(recycler)
      await card(recycler, title).getByRole('button', { name: '发出还价' }).click()
      await expect(card(recycler, title).getByText('等对方回应')).toBeVisible()
      await smelter.reload()
      await card(smelter, title).getByRole('button', { name: '接受', exact: true }).click()
      await expect(smelter).toHaveURL(/\/deals\//)
      await expect(smelter.getByText(/数量：6.000 吨/)).toBeVisible()
    })
    await test.step('both sign what they read', async () => {
      await fits(smelter)
      await sign(smelter, demoAccount('ORGANISATION_MEMBER', 4).password)
      await recycler.goto(new URL(smelter.url()).pathname)
      await sign(recycler, demoAccount('ORGANISATION_MEMBER', 0).password)
      await expect(recycler.getByText('已签约')).toBeVisible()
      await recycler.goto(lot)
      await expect(recycler.getByText('已售出')).toBeVisible()
    })
  },
)

async function receive(recycler: Page) {
  await recycler.goto('/trade-desk')
  await recycler.getByRole('button', { name: '登记进货' }).click()
  const sheet = recycler.getByRole('dialog')
  await choose(sheet.getByLabel('品类'), GRADE)
  await sheet.getByLabel('净重').fill('6')
  await sheet.getByLabel('磅单号').fill('GP-E2E')
  await sheet.getByRole('button', { name: '登记' }).click()
  await expect(sheet).toBeHidden()
  await expect(recycler.getByRole('cell', { name: 'GP-E2E' }).first()).toBeVisible()
  await fits(recycler)
}

async function offer(recycler: Page, title: string) {
  await recycler.goto('/lots/new')
  await choose(recycler.getByLabel('品类'), GRADE)
  await recycler.getByLabel('标题', { exact: true }).fill(title)
  await recycler.getByLabel('数量', { exact: true }).fill('6')
  await recycler.getByLabel('形态').selectOption({ label: '型材' })
  await recycler.getByLabel('合金系列').selectOption({ label: '6xxx' })
  await recycler.getByLabel('铝', { exact: true }).fill('97.5')
  await recycler.getByLabel('夹杂物').fill('1.2')
  await recycler.getByLabel('辐射剂量率').fill('0.1')
  await recycler.getByLabel('来源', { exact: true }).selectOption({ label: '旧料' })
  await recycler.getByLabel('单价', { exact: true }).fill('15600')
  await recycler.getByLabel('所在地').selectOption({ label: '巩义市' })
  await recycler.getByLabel('地点').fill('回郭镇工业路 1 号')
  await fits(recycler)
  await recycler.getByRole('button', { name: '挂出' }).click()
  await expect(recycler.getByRole('heading', { level: 1 })).toHaveText(title)
  await fits(recycler)
}

async function wantToHear(smelter: Page, name: string) {
  await smelter.goto('/exchange?q=断桥铝')
  await smelter.getByRole('button', { name: '订阅这个搜索' }).click()
  const sheet = smelter.getByRole('dialog')
  await sheet.getByLabel('名称').fill(name)
  await sheet.getByRole('button', { name: '订阅', exact: true }).click()
  await expect(sheet).toBeHidden()
}

async function hear(smelter: Page, name: string) {
  await expect(async () => {
    await smelter.goto('/notifications')
    await expect(smelter.getByText(`订阅“${name}”有新货源：${name}`)).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await smelter.goto('/saved-offer-searches')
  await fits(smelter)
  await smelter.getByRole('button', { name: `移除订阅“${name}”` }).click()
  await expect(smelter.getByRole('link', { name })).toBeHidden()
}

/** By what people in the trade call it, which its title does not say. */
async function find(smelter: Page, title: string) {
  const lot = smelter.getByRole('link', { name: new RegExp(title) })
  await expect(async () => {
    await smelter.goto('/exchange?sort=newest&q=断桥铝')
    await expect(lot).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await fits(smelter)
  await smelter.getByRole('button', { name: '筛选' }).click()
  const filters = smelter.getByRole('dialog')
  await filters.getByRole('button', { name: /^废有色金属/ }).click()
  await filters.getByRole('button', { name: /^废铝/ }).click()
  await filters.getByRole('group', { name: '铝', exact: true }).getByLabel('不低于').fill('97')
  await filters.getByRole('button', { name: '应用范围' }).click()
  await fits(smelter)
  await filters.getByRole('button', { name: /^找到/ }).click()
  await expect(smelter).toHaveURL(/material=NF-AL&quality=al_pct:97\.\./)
  await expect(smelter.getByRole('button', { name: /^铝 不低于 97 %/ })).toBeVisible()
  await fits(smelter)
  await lot.click()
  await expect(smelter.getByRole('heading', { level: 1 })).toHaveText(title)
}

async function sign(page: Page, password: string) {
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '签署合同' }).click()
  await expect(page.getByText(/已签$/).first()).toBeVisible()
}

async function choose(field: ReturnType<Page['getByLabel']>, words: string) {
  await field.fill(words)
  await field.blur()
}

function card(page: Page, title: string) {
  return page.getByRole('article').filter({ hasText: title })
}

async function fits(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectToFit(page)
}
