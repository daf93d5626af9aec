import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { offer } from '../offer'
import { demoAccount } from '../platform'

/** The demo school's teacher, who organises its market days. */
const STEWARD = 1

test('a school holds a market day', { tag: '@once' }, async ({ browser, page: stranger }) => {
  const desk = await signedIn(browser, demoAccount('ORGANISATION_MEMBER', STEWARD))
  const seller = await signedIn(browser, demoAccount('RESIDENT', 0))
  const next = await signedIn(browser, demoAccount('RESIDENT', 1))
  const title = `放学跳蚤市场 ${String(Date.now() % 100_000)}`
  const thing = `书柜 ${String(Date.now() % 100_000)}`

  await offer(seller, thing)
  const day = await test.step('the organiser announces a day with one stall', () => announce(desk, title))
  await test.step('everybody finds it', () => find(stranger, title))
  await test.step('the first gets the stall, the second waits', async () => {
    await apply(seller, day)
    await expect(seller.getByText('1 号摊位', { exact: true })).toBeVisible()
    await apply(next, day)
    await expect(next.getByText('候补中')).toBeVisible()
  })
  await test.step('the organiser checks the stallholder in by the code', () => checkIn(desk, seller))
  await test.step('a quick sale is recorded', () => quickSale(seller))
  await test.step('a sale without a connection is kept and sent later', () => sellOffline(seller))
  await test.step('a listed thing is sold at the stall and can be bought online no more', () =>
    sellListed(seller, stranger, thing))
  await test.step('a sale that was recorded wrongly is cancelled', () => cancelSale(seller))
  await test.step('the organiser reads the report', () => report(desk))
  await test.step('a past day is compared with others', () => comparePast(desk))
})

async function announce(desk: Page, title: string): Promise<string> {
  await desk.goto('/market-days')
  await desk.getByRole('link', { name: '集市主办台' }).click()
  await expect(desk.getByRole('main').getByText('育才小学').first()).toBeVisible()
  await desk.getByRole('button', { name: '发布一场集市' }).click()
  const opens = inCity(1)
  await desk.getByLabel('名称').fill(title)
  await desk.getByLabel('区域').selectOption({ label: '金水区' })
  await desk.getByLabel('地点说明').fill('学校东门')
  await desk.getByLabel('日期').fill(opens.slice(0, 10))
  await desk.getByLabel('开市').fill(opens.slice(11, 16))
  await desk.getByLabel('收市').fill(inCity(4).slice(11, 16))
  await desk.getByLabel('签到截止').fill(inCity(2).slice(11, 16))
  await desk.getByLabel('报名截止').fill(opens.slice(0, 16))
  await desk.getByLabel('摊位数').fill('1')
  await desk.getByLabel('集市须知').fill('不卖食品。')
  await expectToFit(desk)
  await expectAccessible(desk)
  await desk.getByRole('main').locator('form').getByRole('button', { name: '发布一场集市' }).click()
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText(title)
  // The report comes last and makes the page longer.
  await expect(desk.getByText('与往次相比')).toBeVisible()
  await expectToFit(desk)
  await expectAccessible(desk)
  return new URL(desk.url()).pathname.split('/').at(-1) ?? ''
}

async function find(stranger: Page, title: string): Promise<void> {
  await stranger.goto('/market-days')
  await stranger.getByLabel('距离从哪里算起').selectOption({ label: '中原区' })
  await expect(stranger.getByRole('link', { name: new RegExp(title) })).toContainText('公里')
  await expectToFit(stranger)
  await expectAccessible(stranger)
  await stranger.getByRole('link', { name: new RegExp(title) }).click()
  await expect(stranger.getByText('共 1 个，余 1 个')).toBeVisible()
  await expect(stranger.getByRole('link', { name: '登录后报名' })).toBeVisible()
  await expectAccessible(stranger)
}

async function apply(person: Page, day: string): Promise<void> {
  await person.goto(`/market-days/${day}`)
  await person.getByLabel('摊位称呼').fill('老王旧货')
  await person.getByRole('checkbox', { name: '图书' }).check()
  await expectToFit(person)
  await expectAccessible(person)
  await person.getByRole('button', { name: /报名摊位|加入候补/ }).click()
  await expect(person.getByRole('heading', { level: 1, name: '我的摊位' })).toBeVisible()
  await expectAccessible(person)
}

async function checkIn(desk: Page, seller: Page): Promise<void> {
  const code = await seller.locator('.ticket__code').innerText()
  await desk.getByLabel('摊位码').fill('N000-0000-0000-1')
  await desk.getByRole('button', { name: '签到' }).click()
  await expect(desk.getByText('这不是摊位码')).toBeVisible()
  await desk.getByLabel('摊位码').fill(code)
  await desk.getByRole('button', { name: '签到' }).click()
  await expect(desk.getByText('老王旧货：1 号摊位，已签到')).toBeVisible()
  await expectAccessible(desk)
  await seller.reload()
  await expect(seller.getByRole('heading', { name: '记一笔' })).toBeVisible()
  await expectToFit(seller)
  await expectAccessible(seller)
}

async function quickSale(seller: Page): Promise<void> {
  await sell(seller, '积木一盒', '5')
  await expect(sales(seller)).toContainText('积木一盒')
  await expect(takings(seller)).toContainText('¥5.00')
}

async function sellOffline(seller: Page): Promise<void> {
  await seller.context().setOffline(true)
  await sell(seller, '绘本三册', '8.5')
  await expect(seller.getByText('网络不通，1 笔已存在本机', { exact: false })).toBeVisible()
  await expectAccessible(seller)
  await seller.context().setOffline(false)
  await expect(sales(seller)).toContainText('绘本三册')
  await expect(seller.getByText('网络不通', { exact: false })).toBeHidden()
  await expect(takings(seller)).toContainText('¥13.50')
}

async function sellListed(seller: Page, stranger: Page, thing: string): Promise<void> {
  await seller.getByRole('button', { name: '已发布的商品' }).click()
  const listing = seller.getByLabel('我发布的商品')
  const option = await listing.locator('option', { hasText: thing }).getAttribute('value')
  await listing.selectOption(option)
  await expect(seller.getByLabel('成交价')).toHaveValue('280')
  await seller.getByLabel('成交价').fill('260')
  await seller.getByRole('button', { name: '收款码' }).click()
  await seller.getByRole('button', { name: '记下' }).click()
  await expect(sales(seller)).toContainText(thing)
  await stranger.goto(`/listings/${option ?? ''}`)
  await expect(stranger.getByRole('button', { name: '暂不可购买' })).toBeVisible()
  await expectToFit(seller)
  await expectAccessible(seller)
}

async function cancelSale(seller: Page): Promise<void> {
  await sales(seller).getByRole('listitem').filter({ hasText: '积木一盒' }).getByRole('button').click()
  await expectAccessible(seller)
  await seller.getByRole('button', { name: '撤销这笔记录' }).click()
  await expect(sales(seller).getByRole('listitem').filter({ hasText: '积木一盒' })).toContainText('已撤销')
  await expect(takings(seller)).toContainText('¥268.50')
}

async function report(desk: Page): Promise<void> {
  await desk.reload()
  const figures = desk.locator('section', { has: desk.getByRole('heading', { name: '当日报表' }) })
  await expect(figures).toContainText('¥268.50')
  await expect(figures).toContainText('1 / 1')
  await expect(figures).toContainText('另有 1 笔已撤销')
  const download = desk.waitForEvent('download')
  await figures.getByRole('link', { name: '下载 CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/^market-day-M.*\.csv$/)
  await expectToFit(desk)
  await expectAccessible(desk)
}

async function comparePast(desk: Page): Promise<void> {
  await expect(desk.getByText('与往次相比')).toBeVisible()
  await expect(desk.getByText('秋日跳蚤市场', { exact: false })).toBeVisible()
}

async function sell(seller: Page, word: string, price: string): Promise<void> {
  await seller.getByLabel('分类').selectOption({ label: '母婴玩具 · 玩具' })
  await seller.getByLabel('物品名').fill(word)
  await seller.getByLabel('成交价').fill(price)
  await seller.getByRole('button', { name: '记下' }).click()
}

function sales(seller: Page) {
  return seller.getByRole('list', { name: '销售记录' })
}

function takings(seller: Page) {
  return seller.locator('section', { has: seller.getByRole('heading', { name: '本摊今日' }) })
}

/** The city's time in so many hours, `2026-11-28T09:00`. */
function inCity(hours: number): string {
  return new Date(Date.now() + (hours + 8) * 3_600_000).toISOString().slice(0, 16)
}
