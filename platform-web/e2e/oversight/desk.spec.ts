import { expect, expectAccessible, expectToFit, signIn, test } from '../fixtures'
import { demoAccount } from '../platform'

test.beforeEach(async ({ page }) => {
  await signIn(page, demoAccount('REGULATOR'))
})

test('a regulator opens a trade and sees its proof check out', async ({ page }) => {
  // Among purchases: what is newest of all kinds changes with whatever is tested beside it.
  await page.goto('/oversight?kind=PURCHASE')
  const row = page.getByRole('row').filter({ hasText: '交易完成' }).first()
  const code = await row.getByRole('link').innerText()
  await page.getByLabel('查找交易').fill(code)
  await page.getByLabel('查找交易').press('Enter')
  await expect(page).toHaveURL(/query=/)
  await expect(page.getByRole('row')).toHaveCount(2)
  await expectAccessible(page)

  await page.getByRole('link', { name: code }).click()
  await expect(page.getByRole('heading', { name: '验讫：收据真实有效' })).toBeVisible()
  await expect(page.getByText('合计为零')).toBeVisible()
  await expect(page.getByRole('cell', { name: '买家下单' })).toBeVisible()
  await expect(page.getByRole('row', { name: /^合计 ¥0\.00$/ }).first()).toBeVisible()
  await expectAccessible(page)
  await expectToFit(page)
})

test('the arrow keys go through the trades', async ({ page }) => {
  await page.goto('/oversight')
  const trades = page.getByRole('row').getByRole('link')
  await trades.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(trades.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(trades.first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '交易核查' })).toBeVisible()
})

test('a swap is on the desk with both things', { tag: '@once' }, async ({ page }) => {
  await page.goto('/oversight')
  await page.getByLabel('交易方式').selectOption('互换')
  await expect(page).toHaveURL(/kind=SWAP/)
  await page.getByRole('row').nth(1).getByRole('link').click()
  await expect(page.getByRole('heading', { name: '互换', exact: true })).toBeVisible()
  await expect(page.getByText('互换人', { exact: true })).toHaveCount(2)
  await expect(page.getByRole('cell', { name: '提出互换' })).toBeVisible()
  await expectAccessible(page)
  await expectToFit(page)
})

test('who trades is shown for a purpose alone', { tag: '@once' }, async ({ page }) => {
  await page.goto('/oversight')
  await page.getByText('按当事人手机号或邮箱查找').click()
  await page.getByLabel('手机号或邮箱', { exact: true }).fill(demoAccount('RESIDENT', 0).contact)
  await page.getByRole('button', { name: '申明' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('理由').fill('核实卖家身份')
  await sheet.getByRole('button', { name: '申明查阅目的' }).click()
  await expect(sheet).toBeHidden()
  await page.getByRole('button', { name: '查找其交易' }).click()
  await expectAccessible(page)
  await page.getByRole('table', { name: '找到的交易' }).getByRole('row').nth(1).getByRole('link').click()

  await expect(page.getByText('＊＊')).not.toHaveCount(0)
  await page.getByRole('button', { name: '查阅当事人' }).click()
  await expect(page.getByText('＊＊')).toHaveCount(0)
  await expectAccessible(page)
  await expectToFit(page)
})

test('an audit question leads to what its saved query finds', { tag: '@once' }, async ({ page }) => {
  await page.goto('/oversight/questions')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(34)
  await expectAccessible(page)
  await expectToFit(page)
  await page.getByRole('link', { name: '某日在某场地收购的物料，后来去了哪里？' }).click()
  await expect(page.getByRole('heading', { name: '审计问题 2' })).toBeVisible()
  await expectAccessible(page)
  await expectToFit(page)
})

test('the city plan shows where its printed rates do not follow', async ({ page }) => {
  await page.goto('/oversight/city-plan')
  await expect(page.getByRole('article')).toHaveCount(14)
  await expect(page.getByText('与基数、目标不符')).toHaveCount(2)
  await expect(page.getByText('21.68%', { exact: true })).toBeVisible()
  await expect(page.getByText('35.75%', { exact: true })).toBeVisible()
  await expect(page.getByText('两个合计一致')).toBeVisible()
  await expectAccessible(page)
  await expectToFit(page)
})

test('steel that went round three dealers is an alert with its facts', async ({ page }) => {
  await page.goto('/oversight')
  await page.getByRole('link', { name: '市场监测' }).click()
  await page.getByLabel('规则').selectOption('循环交易')
  await expect(page).toHaveURL(/detector=CIRCULAR_TRADE/)
  // Detectors run once a minute.
  const ring = page.getByRole('link', { name: /循环交易.*鸿泰/ })
  await expect(async () => {
    await page.reload()
    await expect(ring).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 75_000 })
  await ring.click()
  await expect(page.getByText('3 家企业在 1 天内以 3 笔成交')).toBeVisible()
  await expect(page.getByRole('img', { name: /3 家企业之间的成交/ })).toBeVisible()
  await expect(page.getByRole('region', { name: '所依据的事实' }).getByRole('row')).toHaveCount(4)
  await expectAccessible(page)
  await expectToFit(page)
})

test('nobody else gets in', { tag: '@once' }, async ({ browser }) => {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, demoAccount('RESIDENT', 0))
  await page.goto('/oversight')
  await expect(page.getByRole('heading', { name: '这里什么都没有' })).toBeVisible()
})
