import { expect, expectAccessible, test } from '../fixtures'

const GOODS = 'a[href^="/listings/"]'

test('the first screen has the search, the categories, the promises and the first goods', async ({
  page,
}) => {
  await page.goto('/')
  const main = page.getByRole('main')
  await expect(main.getByRole('combobox', { name: '搜索二手好物' })).toBeInViewport()
  await expect(main.getByRole('link', { name: '家具', exact: true })).toBeInViewport()
  await expect(main.getByText('货款担保')).toBeInViewport()
  await expect(main.getByText('公开日志', { exact: true })).toBeInViewport()
  await expect(main.locator(GOODS).first()).toBeInViewport()
})

test(
  'goods nearby are sorted by their distance from the reader',
  { tag: '@once' },
  async ({ page, context }) => {
    await context.grantPermissions(['geolocation'])
    await context.setGeolocation({ latitude: 34.7579, longitude: 113.6654 })
    await page.goto('/')
    await page.getByRole('button', { name: '附近' }).click()
    await expect(page.getByRole('button', { name: '附近' })).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByRole('main').locator(GOODS).first()).toContainText('距您')
    await page.getByRole('link', { name: '查看全部' }).click()
    await expect(page).toHaveURL(/sort=near/)
  },
)

test(
  'whoever does not tell where they are sees what they saw, and why',
  { tag: '@once' },
  async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('main').locator(GOODS).first()).toBeVisible()
    await page.getByRole('button', { name: '附近' }).click()
    await expect(page.getByText('无法获取位置')).toBeVisible()
    await expect(page.getByRole('button', { name: '为您推荐' })).toHaveAttribute('aria-pressed', 'true')
  },
)

test(
  'a stranger chooses a district, and each card says why it is there',
  { tag: '@once' },
  async ({ page }) => {
    await page.goto('/')
    await page.getByLabel('优先看哪个区').selectOption('ZZ-EQ')
    const why = page.getByRole('button', { name: /就在二七区.*为什么看到/ }).first()
    await expect(why).toBeVisible()
    await why.click()
    const reasons = page.getByRole('dialog', { name: '为什么看到它' })
    await expect(reasons.getByRole('row', { name: /就在二七区 30 分/ })).toBeVisible()
    await expectAccessible(page)
    await page.reload()
    await expect(page.getByLabel('优先看哪个区')).toHaveValue('ZZ-EQ')
  },
)
