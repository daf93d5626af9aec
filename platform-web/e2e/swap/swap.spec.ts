import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { publishOffer, writeOffer } from '../offer'
import { demoAccount } from '../platform'

test(
  'two people swap bookcases, and one pays 20 yuan on top',
  { tag: '@once' },
  async ({ browser }, { project }) => {
    const mark = `${project.name}-${String(Date.now())}`
    const [given, wanted] = [`换出的书柜 ${mark}`, `想要的书柜 ${mark}`]
    const proposer = await signedIn(browser, demoAccount('RESIDENT', 0))
    const owner = await signedIn(browser, demoAccount('RESIDENT', 1))

    await test.step('one has a bookcase for sale', () => publish(proposer, given))
    const listing = await test.step('the other would swap theirs', () => open(owner, wanted))
    const swap = await test.step('it is proposed with a balance', () =>
      propose(proposer, listing, given, wanted))
    await test.step('the owner agrees', () => agree(owner, swap))
    await test.step('the balance is paid into escrow', () => pay(proposer, swap))
    await test.step('they meet and type each other’s codes', () => meet(proposer, owner, swap))
    await test.step('both have it in their lists and in the log', () =>
      seeSettled(proposer, owner, wanted, given))
  },
)

async function publish(person: Page, title: string): Promise<string> {
  await writeOffer(person, title)
  return publishOffer(person, title)
}

async function open(owner: Page, title: string): Promise<string> {
  await writeOffer(owner, title)
  await owner.getByRole('checkbox', { name: '接受互换' }).check()
  await owner.getByLabel('想要的类目（选填）').selectOption({ label: '　柜与书架' })
  await expect(owner.getByRole('button', { name: '去掉“柜与书架”' })).toBeVisible()
  await owner.getByLabel('想要的物品（选填）').fill('书柜')
  await expectToFit(owner)
  await expectAccessible(owner)
  return publishOffer(owner, title)
}

async function propose(person: Page, listing: string, given: string, wanted: string): Promise<string> {
  await person.goto(listing)
  await expect(person.getByText('主人想要：柜与书架、书柜')).toBeVisible()
  await expectAccessible(person)
  await person.getByRole('button', { name: '用我的物品换' }).click()
  const sheet = person.getByRole('dialog')
  await sheet.getByRole('radio', { name: given }).check()
  await sheet.getByRole('button', { name: '我补', exact: true }).click()
  await sheet.getByRole('textbox', { name: '补差价' }).fill('20')
  await sheet.getByLabel('留言（选填）').fill('周六在地铁口换？')
  await expectToFit(person)
  await expectAccessible(person)
  await sheet.getByRole('button', { name: '提出互换' }).click()
  await person.waitForURL(/\/swaps\//)
  await expect(person.getByRole('heading', { name: '等对方答复' })).toBeVisible()
  await expect(person.getByRole('heading', { name: wanted })).toBeVisible()
  await expectToFit(person)
  await expectAccessible(person)
  return new URL(person.url()).pathname
}

async function agree(owner: Page, swap: string): Promise<void> {
  await owner.goto(swap)
  await expect(owner.getByText('周六在地铁口换？')).toBeVisible()
  await expect(owner.getByText('您收 ¥20')).toBeVisible()
  await owner.getByRole('button', { name: '同意互换' }).click()
  await owner.getByRole('dialog').getByRole('button', { name: '同意互换' }).click()
  await expect(owner.getByRole('heading', { name: '都同意了，等对方支付补差价' })).toBeVisible()
}

/** Through the provider's own page. */
async function pay(person: Page, swap: string): Promise<void> {
  await person.goto(swap)
  await person.getByRole('button', { name: '支付补差价' }).click()
  await person.waitForURL(/\/pay\//)
  await person.locator('button[value="pay"]').click()
  await person.waitForURL(new RegExp(swap))
  await expect(person.getByRole('heading', { name: '约个时间见面，当面互换' })).toBeVisible()
}

async function meet(one: Page, other: Page, swap: string): Promise<void> {
  await other.goto(swap)
  const [first, second] = [await codeOf(one), await codeOf(other)]
  await expectAccessible(one)
  await expectToFit(one)
  await type(one, second)
  await expect(one.getByText('已交付')).toBeVisible()
  await type(other, first)
  await expect(other.getByRole('heading', { name: '换成了，物品归您了' })).toBeVisible()
}

async function codeOf(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { name: '交换码', exact: true })).toBeVisible()
  return (await page.getByText(/^\d{3} \d{3}$/).innerText()).replace(' ', '')
}

async function type(page: Page, code: string): Promise<void> {
  await page.getByLabel(/的交换码$/).fill(code)
  await page.getByRole('button', { name: '确认交给对方' }).click()
}

async function seeSettled(one: Page, other: Page, wanted: string, given: string): Promise<void> {
  await one.goto('/my/swaps')
  await expect(one.getByText(wanted)).toBeVisible()
  await expectToFit(one)
  await expectAccessible(one)
  await other.goto('/my/swaps')
  await other.getByText(given).first().click()
  const receipt = (await other.getByRole('link', { name: '查看可验证收据' }).getAttribute('href')) ?? ''
  await expect(async () => {
    await other.goto(receipt)
    await expect(other.getByRole('heading', { name: '物品已互换' }).first()).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await one.goto('/swap-board')
  await expect(one.getByRole('heading', { level: 1 })).toHaveText('换物')
  await expectToFit(one)
  await expectAccessible(one)
}
