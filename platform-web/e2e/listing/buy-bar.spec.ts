import { expect, expectToFit, test } from '../fixtures'

test.beforeEach(async ({ page }) => {
  await page.goto('/search?q=沙发')
  await page.getByRole('main').locator('a[href^="/listings/"]').first().click()
  await expect(page.getByRole('button', { name: '立即购买' })).toBeVisible()
})

test('on a phone the buy button stays within reach, and covers nothing at the end of the page', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const buy = page.getByRole('button', { name: '立即购买' })
  await expect(buy).toBeInViewport({ ratio: 1 })
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await expect(buy).toBeInViewport({ ratio: 1 })
  const last = await page.getByRole('contentinfo').boundingBox()
  const button = await buy.boundingBox()
  const menu = await page.getByRole('navigation', { name: '主导航' }).boundingBox()
  expect(bottomOf(last)).toBeLessThanOrEqual(button?.y ?? 0)
  expect(bottomOf(button)).toBeLessThanOrEqual(menu?.y ?? 0)
})

test('in a window that is low, the bars leave the room to the page', async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 380 })
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await expect(page.getByRole('button', { name: '立即购买' })).not.toBeInViewport()
  await expect(page.getByRole('banner')).not.toBeInViewport()
  await expectToFit(page)
})

function bottomOf(box: { y: number; height: number } | null): number {
  return box === null ? Number.NaN : box.y + box.height
}
