import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { demoAccount } from '../platform'
import { openShift, takeIn } from './counter'

test(
  'a grandmother gets the money for her wardrobe without owning a smartphone',
  {
    tag: '@once',
  },
  async ({ browser, page: stranger }) => {
    const counter = await signedIn(browser, demoAccount('POINT_OPERATOR'))
    await counter.setViewportSize({ width: 1440, height: 900 })

    await test.step('the drawer is counted', () => openShift(counter))
    const paper = await test.step('the wardrobe is taken in', () => takeIn(counter))
    const label = await test.step('it gets a label', () => readLabel(counter))
    await test.step('somebody buys it for cash, with the keyboard alone', () => sell(counter, label))
    await test.step('she brings her paper and is paid', () => payOut(counter, paper))
    await test.step('the paper tells it to whoever holds it', () => follow(stranger, paper))
  },
)

async function readLabel(counter: Page): Promise<string> {
  await counter.getByRole('link', { name: '标签' }).click()
  await expect(counter.getByRole('button', { name: '打印' })).toBeVisible()
  await expectAccessible(counter)
  return counter.locator('.label .mono').innerText()
}

async function sell(counter: Page, label: string): Promise<void> {
  await counter.goto('/counter')
  await expect(counter.getByLabel('扫描标签或凭证')).toBeFocused()
  await counter.keyboard.type(label)
  await counter.keyboard.press('Enter')
  await expect(counter.getByText('¥300.00', { exact: true })).toBeVisible()
  await expect(counter.getByLabel('实收金额')).toBeFocused()
  await counter.keyboard.type('350')
  await counter.keyboard.press('Enter')
  await expect(counter.getByRole('heading', { name: '收据' })).toBeVisible()
  await expect(counter.getByText('¥50.00', { exact: true })).toBeVisible()
  await expectAccessible(counter)
}

async function payOut(counter: Page, paper: string): Promise<void> {
  await expect(counter.getByLabel('扫描下一件')).toBeFocused()
  await counter.keyboard.type(paper)
  await counter.keyboard.press('Enter')
  await expect(counter.getByText('¥225.00', { exact: true })).toBeVisible()
  await counter.keyboard.press('Enter')
  await expect(counter.getByText(/结算单 S.* 已付款/)).toBeVisible()
}

async function follow(stranger: Page, paper: string): Promise<void> {
  await stranger.goto('/points')
  await expect(stranger.getByText('金水寄卖点')).toBeVisible()
  await stranger.getByRole('link', { name: '凭纸质编号查询' }).click()
  await stranger.getByLabel('凭证编号').fill(paper)
  await stranger.getByRole('button', { name: '查询' }).click()
  await expect(stranger.getByText('已结清', { exact: false })).toBeVisible()
  await expect(stranger.getByText('王')).toHaveCount(0)
  await expectToFit(stranger)
  await expectAccessible(stranger)
}
