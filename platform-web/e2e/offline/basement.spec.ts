import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { demoAccount } from '../platform'

test('in a basement without a signal one’s orders are still there', { tag: '@once' }, async ({ browser }) => {
  const page = await signedIn(browser, demoAccount('RESIDENT', 1), { serviceWorkers: 'allow' })
  const context = page.context()
  await page.goto('/')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.goto('/my/orders')
  await page.getByRole('main').getByRole('link').filter({ hasText: '¥' }).first().click()
  await expect(page).toHaveURL(/\/orders\/.+/)
  const title = await page.getByRole('main').getByRole('heading').first().innerText()
  await page.waitForLoadState('networkidle')

  await test.step('the page opens again, and says how old it is', async () => {
    await context.setOffline(true)
    await page.reload()
    await expect(page.getByRole('main').getByRole('heading').first()).toHaveText(title)
    await expect(page.getByText(/连不上循市，显示的是 .+ 的内容/)).toBeVisible()
    await expectAccessible(page)
    await expectToFit(page)
  })
  await test.step('it is as new as the server when the signal is back', async () => {
    await context.setOffline(false)
    await page.reload()
    await expect(page.getByRole('main').getByRole('heading').first()).toHaveText(title)
    await expect(page.getByText(/连不上循市/)).toHaveCount(0)
  })
  await test.step('who signs out leaves nothing in the browser', async () => {
    await page.goto('/account')
    await page.getByRole('button', { name: '退出登录', exact: true }).click()
    await expect(page.getByRole('link', { name: '登录' }).first()).toBeVisible()
    expect(await page.evaluate(() => caches.has('personal'))).toBe(false)
  })
})
