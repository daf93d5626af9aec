import type { Page } from '@playwright/test'
import { expect, expectAccessible } from '../fixtures'
import { drawnPhoto } from '../picture'

/** Open already where a test before this one has opened it. */
export async function openShift(counter: Page): Promise<void> {
  await counter.goto('/counter/till')
  const open = counter.getByRole('button', { name: '清点开班' })
  await expect(open.or(counter.getByRole('heading', { name: /钱箱应有/ }))).toBeVisible()
  if (await open.isVisible()) {
    await counter.getByLabel('金额').fill('500')
    await open.click()
  }
  await expect(counter.getByRole('heading', { name: /钱箱应有/ })).toBeVisible()
  await expectAccessible(counter)
}

/** A wardrobe of 300 yuan for somebody without a telephone; the code of the agreement, whose page is open then. */
export async function takeIn(counter: Page): Promise<string> {
  await counter.goto('/counter/intake')
  await counter.getByLabel('姓名').fill('王秀英')
  await counter
    .getByLabel('添加照片')
    .setInputFiles({ name: 'wardrobe.jpg', mimeType: 'image/jpeg', buffer: await drawnPhoto(counter) })
  await counter.getByLabel('标题').fill('老榆木衣柜')
  await counter.getByLabel('描述').fill('双开门，柜脚有磨损。')
  await counter.getByRole('button', { name: '家具', exact: true }).click()
  await counter.getByRole('button', { name: '柜与书架' }).click()
  await counter.getByLabel(/^材质/).selectOption({ label: '实木' })
  await counter.getByRole('radio', { name: /成色良好/ }).check()
  await counter.getByLabel('估价').fill('300')
  await counter.getByLabel('最低价').fill('240')
  await counter.getByLabel('货架位置').fill('B-2')
  await expect(counter.getByRole('img', { name: '第 1 张照片' })).toBeVisible()
  await expectAccessible(counter)
  await counter.getByRole('button', { name: '签订并上架' }).click()
  await expect(counter).toHaveURL(/\/counter\/agreements\//)
  await expect(counter.getByText('王**')).toBeVisible()
  await expectAccessible(counter)
  return counter.getByRole('heading', { level: 2 }).first().innerText()
}
