import type { Page } from '@playwright/test'
import { ask, organisationOf } from '../ask'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { demoAccount } from '../platform'
import { offered, received } from './extrusions'

const TONNE = 1_000_000

/** Long enough for two bidders to do what they do, by hand of a browser. */
const RUN_MS = 60_000
const REVEAL_S = 25
const SOON_MS = 2_000

type Format = 'ENGLISH' | 'SEALED' | 'DUTCH' | 'YANKEE'

const WAYS: Record<Format, Record<string, unknown>> = {
  ENGLISH: { startFen: 1_000_000, tickFen: 1_000, extensionsMax: 0 },
  SEALED: { startFen: 1_000_000, revealSeconds: REVEAL_S },
  DUTCH: { startFen: 1_200_000, dropFen: 50_000, tickSeconds: 5, floorFen: 1_000_000, unit: TONNE },
  YANKEE: { startFen: 1_000_000, tickFen: 1_000, unit: TONNE },
}

test(
  'a lot is sold by auction in each of the four formats, from the deposit to the contract',
  { tag: '@once' },
  async ({ browser }) => {
    test.setTimeout(240_000)
    const seller = await signedIn(browser, demoAccount('ORGANISATION_MEMBER', 0))
    const works = await signedIn(browser, demoAccount('ORGANISATION_MEMBER', 4))
    const rival = await signedIn(browser, demoAccount('ORGANISATION_MEMBER', 5))
    const organisation = await organisationOf(works)
    const rooms = await test.step('the recycler holds four auctions', () => hold(seller))
    await test.step('the works pays its deposits, and a rival one', async () => {
      for (const room of Object.values(rooms)) {
        await payDeposit(works, room, organisation)
      }
      await payDeposit(rival, rooms.ENGLISH, await organisationOf(rival))
    })

    await test.step('sealed: the bid is sealed in the browser, and only its hash is shown', async () => {
      await works.goto(rooms.SEALED)
      await works.getByLabel('密封报价').fill('10500')
      await fits(works)
      await works.getByRole('button', { name: '封存并递交' }).click()
      await expect(works.getByText('已递交。')).toBeVisible()
      const saved = works.waitForEvent('download')
      await works.getByRole('button', { name: '下载恢复文件' }).click()
      expect((await saved).suggestedFilename()).toMatch(/\.json$/)
      await expect(works.getByRole('cell', { name: '未揭标' })).toBeVisible()
    })
    await test.step('multi-unit: a part is bid for, and the page says what that brings', async () => {
      await works.goto(rooms.YANKEE)
      await works.getByLabel('单价', { exact: true }).fill('10200')
      await works.getByLabel('数量', { exact: true }).fill('2')
      await works.getByRole('button', { name: '出价', exact: true }).click()
      await expect(works.getByText(/若现在结束，贵方得 2 吨/)).toBeVisible()
      await fits(works)
    })
    await test.step('English: two outbid each other, and each sees at once who is ahead', async () => {
      await works.goto(rooms.ENGLISH)
      await bidUpTo(works, '11000')
      await expect(works.getByText('领先', { exact: true })).toBeVisible()
      await rival.goto(rooms.ENGLISH)
      await bidUpTo(rival, '12000')
      await expect(rival.getByText('领先', { exact: true })).toBeVisible()
      await expect(works.getByText('未领先')).toBeVisible()
      await bidUpTo(works, '13000')
      await expect(works.getByText('领先', { exact: true })).toBeVisible()
      await expect(rival.getByText('未领先')).toBeVisible()
    })
    await test.step('Dutch: all is taken at what the clock shows, and it is over', async () => {
      await works.goto(rooms.DUTCH)
      await fits(works)
      await works.getByRole('button', { name: /按此价拿下/ }).click()
      await expect(works.getByText('待签约').first()).toBeVisible()
    })
    await test.step('sealed: the bid is opened after the end', async () => {
      await works.goto(rooms.SEALED)
      await works.getByRole('button', { name: /揭标/ }).click({ timeout: RUN_MS })
      await expect(works.getByText(/已揭标：/)).toBeVisible()
    })
    for (const room of [rooms.DUTCH, rooms.YANKEE, rooms.ENGLISH, rooms.SEALED]) {
      await test.step(`each winner has a contract to sign: ${room}`, async () => {
        await works.goto(room)
        await works.getByRole('link', { name: '去签约' }).click({ timeout: REVEAL_S * 2_000 })
        await expect(works).toHaveURL(/\/deals\//)
        await expect(works.getByRole('button', { name: '签署合同' })).toBeVisible()
      })
    }
    await test.step('both sign one of them, and the auction is over', async () => {
      await works.goto(rooms.DUTCH)
      await works.getByRole('link', { name: '去签约' }).click()
      await sign(works, demoAccount('ORGANISATION_MEMBER', 4).password)
      await seller.goto(new URL(works.url()).pathname)
      await sign(seller, demoAccount('ORGANISATION_MEMBER', 0).password)
      await works.goto(rooms.DUTCH)
      await expect(works.getByText('双方已签约')).toBeVisible()
      await fits(works)
    })
  },
)

/** Four lots of three tonnes, each with an auction that opens in a moment; their rooms. */
async function hold(seller: Page): Promise<Record<Format, string>> {
  await received(seller, 12 * TONNE, 'GP-E2E-JJ')
  const rooms = {} as Record<Format, string>
  for (const format of ['ENGLISH', 'SEALED', 'DUTCH', 'YANKEE'] as const) {
    const lot = await offered(seller, {
      title: `旧铝型材 ${format} ${String(Date.now())}`,
      grams: 3 * TONNE,
      payment: 'PROVISIONAL_AND_FINAL',
      fenPerTonne: 1_500_000,
    })
    const opens = Date.now() + SOON_MS
    const auction = await ask(seller, `/lots/${lot}/auctions`, {
      format,
      ...WAYS[format],
      depositFen: 100_000,
      opensAt: new Date(opens).toISOString(),
      endsAt: new Date(opens + RUN_MS).toISOString(),
    })
    await ask(seller, `/auctions/${auction.id}/publication`, {})
    rooms[format] = `/auctions/${auction.id}`
  }
  return rooms
}

async function bidUpTo(bidder: Page, yuan: string): Promise<void> {
  await bidder.getByLabel('自动出价上限（选填）').fill(yuan)
  await bidder.getByRole('button', { name: '出价', exact: true }).click()
}

async function payDeposit(works: Page, room: string, organisation: string): Promise<void> {
  const { payUrl } = await ask(works, `${room}/deposit`, { organisation })
  await works.goto(String(payUrl))
  await works.locator('button[value="pay"]').click()
  await expect(works).toHaveURL(new RegExp(room))
}

async function sign(page: Page, password: string): Promise<void> {
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '签署合同' }).click()
  await expect(page.getByText(/已签$/).first()).toBeVisible()
}

async function fits(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectToFit(page)
}
