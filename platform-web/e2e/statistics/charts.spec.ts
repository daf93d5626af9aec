import { expect, expectAccessible, test } from '../fixtures'

test('the chart says its unit, and its days can be read as a table', { tag: '@once' }, async ({ page }) => {
  await page.goto('/statistics')
  await expect(page.getByText('每日成交件数（件）')).toBeVisible()
  await page.getByText('以表格查看每日数据').click()
  await expect(page.getByRole('region', { name: '每日成交件数（件）' }).getByRole('row')).toHaveCount(31)
  await page.getByRole('button', { name: '成交额' }).click()
  await expect(page.getByText('每日成交额（元）')).toBeVisible()
  await expect(page.getByText('成交额，单位：元')).toBeVisible()
  // Not half under the menu, which axe takes for a target that is too small.
  await page.evaluate(() => window.scrollTo(0, 0))
  await expectAccessible(page)
  await test.step('a listing says what such things were sold for', async () => {
    await page.goto('/search?category=bicycle')
    const forSale = { hasText: '¥', hasNotText: '/天' }
    await page.getByRole('main').locator('a[href^="/listings/"]').filter(forSale).first().click()
    await page.getByText(/类似物品：一半成交在/).click()
    await expect(page.getByRole('img', { name: /最近 \d+ 笔成交在.+这件标价/ })).toBeVisible()
    await expect(page.getByRole('region', { name: '最近的可比成交' }).getByRole('row')).not.toHaveCount(1)
    await expectAccessible(page)
  })
})
