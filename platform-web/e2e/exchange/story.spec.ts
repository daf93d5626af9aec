import type { Browser, Page } from '@playwright/test'
import { ask, organisationOf } from '../ask'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { demoAccount } from '../platform'
import { received } from './extrusions'
import { performed } from './performed'

const YARD = demoAccount('ORGANISATION_MEMBER', 0)
const WORKS = demoAccount('ORGANISATION_MEMBER', 4)
const RIVAL = demoAccount('ORGANISATION_MEMBER', 5)
const GRADE = '旧铝型材(门窗) · Tutu'

const TONNES = 28
const GRAMS = TONNES * 1_000_000
/** Two pay their deposits before it opens, and bid three times before it ends, on a machine that is busy, too. */
const SOON_MS = 12_000
const RUN_MS = 45_000

/** What the yard asks for: 88 % of the exchange’s price of one day, and 200 yuan less for each point below 97.5 %. */
const COEFFICIENT = 88
const FEN_PER_POINT = 20_000

test(
  'a yard’s 28 tonnes hang on the futures price: two works bid, the assay is a point low, and all is right to the fen',
  { tag: '@once' },
  async ({ browser }) => {
    test.setTimeout(180_000)
    const title = `旧铝型材 28 吨 ${String(Date.now())}`
    const yard = await signedIn(browser, YARD)
    const works = await signedIn(browser, WORKS)
    const rival = await signedIn(browser, RIVAL)
    const fixing = await lastFixing(browser)

    const lot = await test.step('the yard offers them by a formula', async () => {
      await offer(yard, title, fixing.day)
      await fits(yard)
      return new URL(yard.url()).pathname
    })
    const room =
      await test.step('the yard holds an auction, for which two works pay their deposits', async () => {
        const auction = await hold(yard, lot)
        await payDeposit(works, auction)
        await payDeposit(rival, auction)
        return auction
      })
    const premium = await test.step('they bid against each other for the premium on that price', async () => {
      await expect(works.getByLabel('自动出价上限（选填）')).toBeVisible({ timeout: SOON_MS * 2 })
      await bidUpTo(works, '200')
      await bidUpTo(rival, '300')
      await expect(works.getByText('未领先')).toBeVisible()
      await bidUpTo(works, '360')
      await expect(rival.getByText('未领先')).toBeVisible()
      const { priceFen } = (await (await works.request.get(`/api/v1${room}`)).json()) as { priceFen: number }
      return priceFen
    })
    const unit = (COEFFICIENT * fixing.fenPerTonne) / 100 + premium - FEN_PER_POINT
    const total = Math.round(unit) * TONNES

    const deal =
      await test.step('the winner and the yard sign the contract, and an advance is held', async () => {
        await works.getByRole('link', { name: '去签约' }).click({ timeout: RUN_MS * 2 })
        await expect(works.getByText(/上期所|AD/).first()).toBeVisible()
        await sign(works, WORKS.password)
        const path = new URL(works.url()).pathname
        await yard.goto(path)
        await sign(yard, YARD.password)
        await works.reload()
        await pay(works, path)
        await expect(works.getByText('已托管')).toBeVisible()
        return path
      })
    await test.step('the load is weighed at both ends, and both laboratories read a point less', () =>
      performed(yard, works, deal, {
        plate: '豫A6H528',
        grams: GRAMS,
        lostGrams: 20_000,
        values: { al_pct: 9_650, inclusion_pct: 120 },
      }))
    await test.step('the statement shows how it comes to its sum, which is paid', async () => {
      await works.goto(deal)
      await expect(works.getByText('最终', { exact: true })).toBeVisible()
      await expect(works.getByText(yuan(total)).first()).toBeVisible()
      await fits(works)
      await pay(works, deal)
      await expect(works.getByText('已付卖方')).toHaveCount(2)
    })
    await test.step('the invoice over it agrees to the fen', async () => {
      const net = Math.round((total * 100) / 113)
      await yard.goto(deal)
      await yard.getByRole('button', { name: '登记发票' }).click()
      const sheet = yard.getByRole('dialog')
      await sheet
        .getByLabel('发票号码')
        .fill(`${new Date().toISOString().slice(2, 4)}41${String(Date.now())}007`)
      await sheet.getByLabel('不含税金额').fill(String(net / 100))
      await sheet.getByLabel('税额（13%）').fill(String((total - net) / 100))
      await sheet.getByRole('button', { name: '登记', exact: true }).click()
      await expect(sheet).toBeHidden()
      const invoice = yard.getByRole('region', { name: '发票', exact: true })
      await expect(invoice.getByText('一致', { exact: true }).first()).toBeVisible()
    })
    await test.step('every step of it stands in the log, which the browser checks', async () => {
      await expect(async () => {
        await works.goto(deal)
        await works.getByRole('link', { name: '日志凭证' }).click()
        await expect(works.getByRole('heading', { name: '货款付给卖方' })).toHaveCount(2, { timeout: 2_000 })
      }).toPass()
      for (const said of ['签署合同', '已发车', '已过磅', '化验结果', '买方验收', '结算单', '货款托管']) {
        await expect(works.getByRole('heading', { name: said, exact: true }).first()).toBeVisible()
      }
      await expect(works.getByText('验讫：收据真实有效')).toBeVisible()
      await fits(works)
    })
  },
)

async function offer(yard: Page, title: string, day: string): Promise<void> {
  await received(yard, GRAMS, 'GP-STORY')
  await yard.goto('/lots/new')
  await yard.getByLabel('品类').fill(GRADE)
  await yard.getByLabel('品类').blur()
  await yard.getByLabel('标题', { exact: true }).fill(title)
  await yard.getByLabel('数量', { exact: true }).fill(String(TONNES))
  await yard.getByLabel('形态').selectOption({ label: '型材' })
  await yard.getByLabel('合金系列').selectOption({ label: '6xxx' })
  await yard.getByLabel('铝', { exact: true }).fill('97.5')
  await yard.getByLabel('夹杂物').fill('1.2')
  await yard.getByLabel('辐射剂量率').fill('0.1')
  await yard.getByLabel('来源', { exact: true }).selectOption({ label: '旧料' })
  await yard.getByText('参考价单日', { exact: true }).click()
  await yard.getByLabel('系数').fill(String(COEFFICIENT))
  await yard.getByLabel('取价日').fill(day)
  await yard.getByRole('button', { name: '添加质量扣款' }).click()
  await yard.getByLabel('扣款指标').selectOption('al_pct')
  await yard.getByLabel('何时扣款').selectOption('BELOW')
  await yard.getByLabel('界限', { exact: true }).fill('97.5')
  await yard.getByLabel('每超 1 扣（元/吨）').fill(String(FEN_PER_POINT / 100))
  await yard.getByLabel('参考价之上的加价').fill('100')
  await yard.getByLabel('所在地').selectOption({ label: '巩义市' })
  await yard.getByLabel('地点').fill('回郭镇工业路 1 号')
  await yard.getByRole('button', { name: '挂出' }).click()
  await expect(yard.getByRole('heading', { level: 1 })).toHaveText(title)
}

/** From 100 yuan a tonne over the market upwards; the path of its room. */
async function hold(yard: Page, lot: string): Promise<string> {
  const opens = Date.now() + SOON_MS
  const auction = await ask(yard, `${lot}/auctions`, {
    format: 'ENGLISH',
    startFen: 10_000,
    tickFen: 1_000,
    extensionsMax: 0,
    depositFen: 1_000_000,
    opensAt: new Date(opens).toISOString(),
    endsAt: new Date(opens + RUN_MS).toISOString(),
  })
  await ask(yard, `/auctions/${auction.id}/publication`, {})
  return `/auctions/${auction.id}`
}

async function lastFixing(browser: Browser): Promise<{ day: string; fenPerTonne: number }> {
  const visitor = await browser.newContext()
  const answer = await visitor.request.get('/api/v1/reference-series/AD/fixings')
  const { fixings } = (await answer.json()) as { fixings: { day: string; fenPerTonne: number }[] }
  await visitor.close()
  const last = fixings.at(-1)
  if (last === undefined) {
    throw new Error('There is no reference price')
  }
  return last
}

async function payDeposit(bidder: Page, room: string): Promise<void> {
  const { payUrl } = await ask(bidder, `${room}/deposit`, { organisation: await organisationOf(bidder) })
  await bidder.goto(String(payUrl))
  await bidder.locator('button[value="pay"]').click()
  await expect(bidder).toHaveURL(new RegExp(room))
}

async function bidUpTo(bidder: Page, yuan: string): Promise<void> {
  await bidder.getByLabel('自动出价上限（选填）').fill(yuan)
  await bidder.getByRole('button', { name: '出价', exact: true }).click()
  await expect(bidder.getByText('领先', { exact: true })).toBeVisible()
}

async function sign(page: Page, password: string): Promise<void> {
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '签署合同' }).click()
  await expect(page.getByText(/已签$/).first()).toBeVisible()
}

async function pay(page: Page, deal: string): Promise<void> {
  await page.getByRole('button', { name: '去支付' }).click()
  await page.locator('button[value="pay"]').click()
  await expect(page).toHaveURL(new RegExp(deal))
}

function yuan(fen: number): string {
  return `¥${(fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 })}`
}

async function fits(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectToFit(page)
}
