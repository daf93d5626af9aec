import { expect, expectAccessible, expectToFit, signIn, test } from '../fixtures'
import { demoAccount } from '../platform'

const PUBLIC = [
  '/',
  '/search',
  '/statistics',
  '/rules',
  '/about',
  '/points',
  '/book-corners',
  '/market-days',
  '/reference-prices',
  '/scrap-prices',
  '/scrap-prices/method',
  '/wanted',
  '/materials',
  '/exchange',
  '/auctions',
  '/consignments',
  '/problems',
  '/problems/listing.not-found',
  '/sign-in',
  '/sign-up',
  '/reset-password',
  '/nothing-here',
]
const OWN = [
  '/my/listings',
  '/my/orders',
  '/my/balance',
  '/my/consignments',
  '/account',
  '/account/privacy',
  '/publish',
  '/messages',
  '/notifications',
  '/notifications/choices',
  '/saved',
  '/saved-searches',
  '/saved-offer-searches',
  '/my-wanted',
  '/wanted/new',
  '/follows',
  '/settlement-calculator',
]

/** The others are a column of text in every window. */
const LAID_OUT = ['/', '/search', '/statistics', '/points', '/reference-prices']
const OWN_LAID_OUT = ['/my/orders', '/publish', '/messages', '/saved', '/settlement-calculator']

for (const path of PUBLIC) {
  const tag = LAID_OUT.includes(path) ? [] : ['@once']
  test(`${path} has nothing that axe objects to, and fits`, { tag }, async ({ page }) => {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expectAccessible(page)
    await expectToFit(page)
  })
}

test('a listing has nothing that axe objects to, and fits', async ({ page }) => {
  await page.goto('/search?q=沙发')
  await page.getByRole('main').locator('a[href^="/listings/"]').first().click()
  await expect(page.getByRole('button', { name: /立即购买|暂不可购买/ })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await expectAccessible(page)
  await expectToFit(page)
})

test('a resident’s own pages have nothing that axe objects to, and fit', async ({ page }, { project }) => {
  await signIn(page, demoAccount('RESIDENT', 0))
  for (const path of project.name === 'phone' ? OWN : OWN_LAID_OUT) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    // The network is never idle for somebody who is signed in: news comes by an open line.
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expectAccessible(page)
    await expectToFit(page)
  }
})

test(
  'nothing needs to be scrolled sideways at 320 pixels, nor with text of twice the size',
  { tag: '@once' },
  async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    for (const path of PUBLIC) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      await expectToFit(page)
    }
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of PUBLIC) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
      await expectToFit(page)
    }
  },
)

test('the dark theme has enough contrast too', { tag: '@once' }, async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const path of ['/', '/search', '/statistics', '/about']) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    await expectAccessible(page)
  }
})

test('the focus follows a change of page', { tag: '@once' }, async ({ page }) => {
  await page.goto('/')
  // Whoever leaves before the first page is there has had no page to change.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('contentinfo').getByRole('link', { name: '关于循市' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.goto('/about')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused()
})

test(
  'without a connection it says so, and offers to try again',
  { tag: '@once' },
  async ({ page, context }) => {
    await page.goto('/about')
    await context.setOffline(true)
    await expect(page.getByText('您处于离线状态')).toBeVisible()
    await context.setOffline(false)
    await expect(page.getByText('您处于离线状态')).toBeHidden()
  },
)
