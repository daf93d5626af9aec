import type { Page } from '@playwright/test'
import { expect, expectAccessible } from './fixtures'
import { drawnPhoto } from './picture'

/**
 * Fills in the form for a bookcase of 280 yuan, up to the moment before it is published.
 *
 * @param form its address; what that fills in already is written over
 */
export async function writeOffer(seller: Page, title: string, form = '/publish'): Promise<void> {
  await seller.goto(form)
  await seller
    .getByLabel('添加照片')
    .setInputFiles({ name: 'bookcase.jpg', mimeType: 'image/jpeg', buffer: await drawnPhoto(seller) })
  await seller.getByLabel('标题').fill(title)
  await seller.getByLabel('描述').fill('搬家出，白蜡木，背板有一处划痕，自提。')
  await seller.getByRole('button', { name: '家具', exact: true }).click()
  await seller.getByRole('button', { name: '柜与书架' }).click()
  await seller.getByLabel(/^材质/).selectOption({ label: '实木' })
  await seller.getByRole('radio', { name: /成色良好/ }).check()
  await seller.getByLabel('价格').fill('280')
  await seller.getByLabel('区域').selectOption({ label: '金水区' })
  await expect(seller.getByRole('img', { name: '第 1 张照片' })).toBeVisible()
  await expect(seller.getByText('草稿已保存')).toBeVisible()
}

/** Lets everybody find it; its address. */
export async function publishOffer(seller: Page, title: string): Promise<string> {
  await seller.getByRole('main').getByRole('button', { name: '发布', exact: true }).click()
  await expect(seller).toHaveURL(/\/listings\//)
  await expect(seller.getByRole('heading', { level: 1 })).toHaveText(title)
  return new URL(seller.url()).pathname
}

/** Offers a bookcase to everybody; the page of the listing is open then. */
export async function offer(seller: Page, title: string): Promise<void> {
  await writeOffer(seller, title)
  await expectAccessible(seller)
  await publishOffer(seller, title)
}
