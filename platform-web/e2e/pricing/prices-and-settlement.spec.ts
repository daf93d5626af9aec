import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { demoAccount } from '../platform'

test(
  'reference prices say that they are samples, and can be read as a table',
  { tag: '@once' },
  async ({ page }) => {
    await page.goto('/reference-prices')
    await expect(page.getByText('示例数据，非真实行情').first()).toBeVisible()
    await page.getByRole('button', { name: '1 个月', exact: true }).click()
    await page.getByText('用表格查看').click()
    const table = page.getByRole('region', { name: '铸造铝合金（AD），元/吨' })
    await expect(table.getByRole('row').nth(15)).toBeAttached()
    await page.getByRole('button', { name: /^铝/ }).click()
    await expect(page.getByText('铝（AL），元/吨').first()).toBeVisible()
    await expectToFit(page)
  },
)

test(
  'a settlement is reckoned line by line and can be sent as an address',
  { tag: '@desk' },
  async ({ browser }) => {
    const page = await signedIn(browser, demoAccount('ORGANISATION_MEMBER'))
    await page.goto('/settlement-calculator')
    await expect(page.getByText('¥28,232.95').first()).toBeVisible()
    await expect(page.getByText('20,280 kg × (1 − 15%) ÷ (1 − 12%)')).toBeVisible()
    await expectAccessible(page)

    await page.getByLabel('水分·买方').fill('12')
    await expect(page.getByText('须仲裁')).toBeVisible()
    await page.getByLabel('水分·仲裁').fill('12.2')
    await expect(page.getByText('仲裁费由谁承担')).toBeVisible()
    await expect(page).toHaveURL(/moisture=15~12~12\.2/)

    const other = await signedIn(browser, demoAccount('RESIDENT'))
    await other.goto(page.url())
    await expect(other.getByText('仲裁费由谁承担')).toBeVisible()
    const total = page.locator('dl').getByText(/^¥/).first()
    expect(await other.locator('dl').getByText(/^¥/).first().textContent()).toBe(await total.textContent())

    await page.getByLabel('卖方毛重').fill('3246o')
    await expect(page.getByText('请填数字')).toBeVisible()
  },
)

test(
  'an officer corrects a price, and both stay to be seen',
  { tag: '@desk' },
  async ({ browser, page: anybody }) => {
    const page = await signedIn(browser, demoAccount('ADMINISTRATOR'))
    await page.goto('/reference-prices/desk?series=AL')
    const newest = page.getByRole('region', { name: '近两个月' }).getByRole('row').nth(1)
    const day = await newest.getByRole('rowheader').innerText()
    await newest.getByRole('button').click()
    const price = 20_000 + (Date.now() % 997)
    await page.getByLabel('正确价格').fill(String(price))
    await page.getByLabel('原因').fill('看错一行')
    await page.getByRole('dialog').getByRole('button', { name: '更正', exact: true }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expectAccessible(page)

    await anybody.goto('/reference-prices?series=AL')
    await anybody.getByText('用表格查看').click()
    const row = anybody.getByRole('row', { name: new RegExp(day) })
    await row.getByRole('button', { name: /更正/ }).click()
    await expect(anybody.getByRole('dialog').getByText('首次录入')).toBeVisible()
    await expect(anybody.getByRole('dialog').getByText('看错一行').first()).toBeVisible()
  },
)
