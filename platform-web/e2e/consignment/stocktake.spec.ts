import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { demoAccount } from '../platform'
import { openShift, takeIn } from './counter'

test('a shelf is counted with a scanner and the keyboard', { tag: '@once' }, async ({ browser }) => {
  const counter = await signedIn(browser, demoAccount('POINT_OPERATOR'))
  await openShift(counter)
  await takeIn(counter)
  const found = await counter.locator('.mono').filter({ hasText: /^T/ }).first().innerText()
  await takeIn(counter)
  const gone = await counter.locator('.mono').filter({ hasText: /^T/ }).first().innerText()

  await test.step('a count of one place begins', async () => {
    await counter.getByRole('link', { name: '盘点' }).click()
    await counter.getByLabel('只盘一个位置').fill('B-2')
    await counter.keyboard.press('Enter')
    await expect(counter.getByLabel('逐件扫描标签')).toBeFocused()
    await expectAccessible(counter)
  })
  await test.step('what is scanned is found, and it goes on after a closed page', async () => {
    await counter.keyboard.type(found)
    await counter.keyboard.press('Enter')
    await expect(counter.getByText('在架').first()).toBeVisible()
    await counter.reload()
    await expect(counter.getByText(gone)).toBeVisible()
    await expect(counter.getByText(found)).toHaveCount(0)
    await expect(counter.getByRole('button', { name: '结束盘点' })).toBeDisabled()
  })
  await test.step('what is missing has a reason, and its owner is owed their share', async () => {
    for (const why of await counter.getByLabel('原因').all()) {
      await why.selectOption({ label: '遗失' })
    }
    await counter.getByRole('button', { name: '结束盘点' }).click()
    await expect(counter.getByText('应赔付物主 ¥225.00').first()).toBeVisible()
    await expectAccessible(counter)
    await expectToFit(counter)
  })
})
