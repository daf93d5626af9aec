import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { demoAccount } from '../platform'

test('somebody takes their credit score apart', { tag: '@once' }, async ({ browser }) => {
  const page = await signedIn(browser, demoAccount('RESIDENT', 0))

  await page.goto('/account')
  await page.getByRole('link', { name: '信用分' }).click()
  await expect(page.getByRole('img', { name: /\d+ 分，满分 1000 分/ })).toBeVisible()
  const parts = await page.getByRole('listitem').filter({ hasText: '/ ' }).locator('.number').allInnerTexts()
  const points = await page.locator('.dial__number strong').innerText()
  expect(parts.slice(0, 5).reduce((sum, text) => sum + Number.parseInt(text, 10), 0)).toBe(Number(points))
  await expect(page.getByText('守约完成').first()).toBeVisible()
  await page.getByText('信用分怎样计算').click()
  await expectAccessible(page)
  await expectToFit(page)
})

test('an auditor looks at trading rings', { tag: '@desk' }, async ({ browser }) => {
  const page = await signedIn(browser, demoAccount('REGULATOR', 0))

  await page.goto('/oversight')
  await page.getByRole('link', { name: '互相交易圈' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '互相交易圈' })).toBeVisible()
  await expect(page.getByText(/个账号|没有发现/).first()).toBeVisible()
  await expectAccessible(page)
  await expectToFit(page)
})
