import { expect, expectAccessible, expectToFit, test } from '../fixtures'

test('suggestions come while typing, and the keyboard takes one', async ({ page }) => {
  await page.goto('/')
  const box = page.getByRole('combobox', { name: '搜索二手好物' }).last()
  await box.pressSequentially('iPh')
  const suggestions = page.getByRole('listbox').getByRole('option')
  await expect(suggestions.first()).toBeVisible()
  await box.press('ArrowDown')
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toHaveCount(1)
  await box.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=/)
})

test('a synonym finds what sellers call otherwise', { tag: '@once' }, async ({ page }) => {
  await page.goto(`/search?q=${encodeURIComponent('苹果手机')}`)
  await expect(page.getByRole('link', { name: /iPhone/i }).first()).toBeVisible()
  await expectAccessible(page)
  await expectToFit(page)
})

test('filters narrow the search and stand in the address', async ({ page }, { project }) => {
  await page.goto('/search')
  const found = page.getByText(/^找到 [\d,]+ 件/)
  await expect(found.first()).toBeVisible()
  if (project.name === 'phone') {
    await page.getByRole('button', { name: '筛选' }).click()
  }
  const panel = project.name === 'phone' ? page.getByRole('dialog') : page.getByRole('complementary')
  await panel.getByRole('button', { name: /^成色良好/ }).click()
  await expect(page).toHaveURL(/condition=GOOD/)
  if (project.name === 'phone') {
    await expectAccessible(page)
    await page.getByRole('button', { name: '关闭' }).click()
  }
  await page.getByRole('combobox', { name: '排序' }).selectOption('price-asc')
  await expect(page).toHaveURL(/sort=price-asc/)
  await page.getByRole('button', { name: /^成色良好.*移除该条件/ }).click()
  await expect(page).not.toHaveURL(/condition/)
})

test('more is loaded on demand', { tag: '@once' }, async ({ page }) => {
  await page.goto('/search')
  const cards = page.getByRole('main').locator('a[href^="/listings/"]')
  await expect(cards).toHaveCount(24)
  await page.getByRole('button', { name: '加载更多' }).click()
  await expect(cards).toHaveCount(48)
})

test('nothing found says what to loosen', { tag: '@once' }, async ({ page }) => {
  await page.goto(`/search?q=${encodeURIComponent('祖传青铜鼎')}&district=ZZ-SJ&minPrice=999999900`)
  await expect(page.getByText('没有找到合适的商品')).toBeVisible()
  await expectAccessible(page)
})
