import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { offer } from '../offer'
import { drawnPhoto } from '../picture'
import { demoAccount } from '../platform'

test(
  'a bookcase is appraised at a point, and everybody reads the certificate',
  { tag: '@once' },
  async ({ browser, page: stranger }) => {
    const title = `实木书柜 鉴定 ${String(Date.now())}`
    const seller = await signedIn(browser, demoAccount('RESIDENT', 0))
    const appraiser = await signedIn(browser, demoAccount('POINT_OPERATOR'))
    await offer(seller, title)

    const code = await test.step('its seller books a day', async () => {
      await seller.getByRole('button', { name: '预约持证鉴定' }).click()
      await seller.getByLabel('寄卖点').selectOption({ label: '金水寄卖点 · 金水区经三路 66 号' })
      await expectAccessible(seller)
      await seller.getByRole('button', { name: '预约', exact: true }).click()
      const shown = seller.getByText(/^Z[0-9A-Z]{3}-/)
      await expect(shown).toBeVisible()
      await expectToFit(seller)
      return shown.innerText()
    })
    await test.step('a licensed appraiser looks at it', async () => {
      await appraiser.goto('/counter/appraisals')
      const booking = appraiser.getByRole('listitem').filter({ hasText: code })
      await booking.getByRole('button', { name: '开始鉴定' }).click()
      await appraiser
        .getByLabel('添加照片')
        .setInputFiles({ name: 'seal.jpg', mimeType: 'image/jpeg', buffer: await drawnPhoto(appraiser) })
      await answer(appraiser, '用过吗？', '用过')
      await answer(appraiser, '稳固吗？', '稳固')
      await answer(appraiser, '表面有划痕吗？', '轻微')
      await answer(appraiser, '抽屉、柜门、滑轨？', '顺滑，或没有')
      await answer(appraiser, '有异味吗？', '没有')
      await appraiser.getByLabel('封签号').fill('FQ-0001')
      await appraiser.getByLabel('估值下限').fill('200')
      await appraiser.getByLabel('估值上限').fill('300')
      await expect(appraiser.getByRole('img', { name: '第 1 张照片' })).toBeVisible()
      await expectAccessible(appraiser)
      await expectToFit(appraiser)
      await appraiser.getByRole('button', { name: '出具证书' }).click()
      await expect(appraiser.getByRole('heading', { name: '鉴定证书' })).toBeVisible()
    })
    await test.step('a stranger reads it from the listing', async () => {
      await stranger.goto(new URL(seller.url()).pathname)
      await stranger.getByRole('link', { name: /持证鉴定/ }).click()
      await expect(stranger.getByText('FQ-0001')).toBeVisible()
      await expect(stranger.getByText('金水寄卖点')).toBeVisible()
      await expectAccessible(stranger)
      await expectToFit(stranger)
    })
  },
)

async function answer(appraiser: Page, question: string, choice: string): Promise<void> {
  await appraiser
    .getByRole('group', { name: question })
    .getByRole('radio', { name: choice, exact: true })
    .check()
}
