import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { drawnPhoto } from '../picture'
import { demoAccount } from '../platform'

test(
  'a buyer disputes, the seller offers 30 %, and everybody gets what is theirs',
  { tag: '@once' },
  async ({ browser }, { project }) => {
    const title = `有争议的书柜 ${project.name}-${String(Date.now())}`
    const seller = await signedIn(browser, demoAccount('RESIDENT', 0))
    const buyer = await signedIn(browser, demoAccount('RESIDENT', 1))

    await test.step('a bookcase is offered and paid for', async () => {
      await offer(seller, title)
      await buy(buyer, seller.url())
    })
    await test.step('the buyer opens a dispute with a photo', () => open(buyer))
    const dispute = new URL(buyer.url()).pathname
    await test.step('the seller offers 30 %', () => counter(seller, dispute))
    await test.step('the buyer sees who gets what, and accepts', () => accept(buyer))
    await test.step('the wallet shows what the seller kept', () => wallet(seller))
  },
)

test(
  'an officer works through the queue with the keyboard',
  { tag: '@desk' },
  async ({ browser }, { project }) => {
    const title = `须裁决的书柜 ${project.name}-${String(Date.now())}`
    const seller = await signedIn(browser, demoAccount('RESIDENT', 0))
    const buyer = await signedIn(browser, demoAccount('RESIDENT', 1))
    const officer = await signedIn(browser, demoAccount('ADMINISTRATOR'))
    await offer(seller, title)
    await buy(buyer, seller.url())
    await open(buyer)
    const dispute = new URL(buyer.url()).pathname
    await seller.goto(dispute)
    await seller.getByRole('button', { name: '不同意' }).click()
    await seller.getByRole('dialog').getByLabel('说明').fill('交货时是好的。')
    await seller.getByRole('dialog').getByRole('button', { name: '提交' }).click()
    await seller.getByRole('button', { name: '申请平台介入' }).click()
    await seller.getByRole('dialog').getByRole('button', { name: '申请平台介入' }).click()
    await expect(seller.getByRole('heading', { name: '平台正在处理' })).toBeVisible()

    await officer.goto('/dispute-cases')
    await expect(officer.getByRole('navigation', { name: '待裁决' })).toBeVisible()
    await officer.keyboard.press('j')
    await expect(officer).toHaveURL(/dispute-cases\/.+/)
    await officer.goto(dispute.replace('/disputes/', '/dispute-cases/'))
    await expect(officer.getByRole('heading', { name: title })).toBeVisible()
    await expect(officer.getByText('快照校验一致')).toBeVisible()
    await officer.keyboard.press('4')
    await expect(officer.getByRole('radio', { name: /^不退款/ })).toBeChecked()
    await expectAccessible(officer)
    await officer.getByLabel('理由').fill('照片与下单时的承诺一致，没有缺陷。')
    await officer.getByRole('button', { name: '作出裁决' }).click()
    await expect(officer.getByText(/您不能裁决此案/)).toBeVisible()

    await buyer.reload()
    await expect(buyer.getByRole('heading', { name: '平台已裁决' })).toBeVisible()
    await expect(buyer.getByText('照片与下单时的承诺一致，没有缺陷。')).toBeVisible()
  },
)

async function offer(seller: Page, title: string): Promise<void> {
  await seller.goto('/publish')
  await seller
    .getByLabel('添加照片')
    .setInputFiles({ name: 'bookcase.jpg', mimeType: 'image/jpeg', buffer: await drawnPhoto(seller) })
  await seller.getByLabel('标题').fill(title)
  await seller.getByLabel('描述').fill('搬家出，背板完好，自提。')
  await seller.getByRole('button', { name: '家具', exact: true }).click()
  await seller.getByRole('button', { name: '柜与书架' }).click()
  await seller.getByLabel(/^材质/).selectOption({ label: '实木' })
  await seller.getByRole('radio', { name: /成色良好/ }).check()
  await seller.getByLabel('价格').fill('280')
  await seller.getByLabel('区域').selectOption({ label: '金水区' })
  await expect(seller.getByRole('img', { name: '第 1 张照片' })).toBeVisible()
  await expect(seller.getByText('草稿已保存')).toBeVisible()
  await seller.getByRole('main').getByRole('button', { name: '发布', exact: true }).click()
  await expect(seller).toHaveURL(/\/listings\//)
}

async function buy(buyer: Page, listing: string): Promise<void> {
  await buyer.goto(new URL(listing).pathname)
  await buyer.getByRole('button', { name: '立即购买' }).click()
  await buyer.getByRole('button', { name: '预订并付款' }).click()
  await buyer.waitForURL(/\/pay\//)
  await buyer.locator('button[value="pay"]').click()
  await buyer.waitForURL(/\/orders\//)
  await expect(buyer.getByRole('heading', { name: '货款担保中，去验货吧' })).toBeVisible()
}

async function open(buyer: Page): Promise<void> {
  await buyer.getByRole('link', { name: '申请售后' }).click()
  await buyer.getByRole('radio', { name: /^损坏/ }).check()
  await expectAccessible(buyer)
  await buyer.getByRole('button', { name: '下一步' }).click()
  await buyer.getByLabel('说明').fill('背板裂了一道缝，描述里没有写。')
  await expect(buyer.getByRole('button', { name: '下一步' })).toBeDisabled()
  await buyer
    .getByLabel('添加照片')
    .setInputFiles({ name: 'crack.jpg', mimeType: 'image/jpeg', buffer: await drawnPhoto(buyer) })
  await expect(buyer.getByRole('img', { name: '第 1 张照片' })).toBeVisible()
  await buyer.getByRole('button', { name: '下一步' }).click()
  await buyer.getByRole('radio', { name: /^部分退款/ }).check()
  await buyer.getByRole('button', { name: '50%' }).click()
  await expect(buyer.getByText('¥139.16')).toBeVisible()
  await expectAccessible(buyer)
  await expectToFit(buyer)
  await buyer.getByRole('button', { name: '提交申请' }).click()
  await expect(buyer).toHaveURL(/\/disputes\//)
  await expect(buyer.getByRole('heading', { name: '等待卖家回应' })).toBeVisible()
  await expectAccessible(buyer)
  await expectToFit(buyer)
}

async function counter(seller: Page, dispute: string): Promise<void> {
  await seller.goto(dispute)
  await expect(seller.getByRole('heading', { name: '请回应买家的售后申请' })).toBeVisible()
  await seller.getByRole('button', { name: '提出其他方案' }).click()
  const sheet = seller.getByRole('dialog')
  await sheet.getByRole('radio', { name: /^部分退款/ }).check()
  await sheet.getByRole('button', { name: '30%' }).click()
  await expect(sheet.getByText('¥194.82')).toBeVisible()
  await expectAccessible(seller)
  await sheet.getByRole('button', { name: '提出其他方案' }).click()
  await expect(seller.getByRole('heading', { name: '与买家协商' })).toBeVisible()
}

async function accept(buyer: Page): Promise<void> {
  await buyer.reload()
  const theirs = buyer.getByRole('region', { name: '对方的方案' })
  await expect(theirs.getByText('¥84.00')).toBeVisible()
  await expect(theirs.getByText('¥194.82')).toBeVisible()
  await theirs.getByRole('button', { name: '接受此方案' }).click()
  await buyer.getByRole('dialog').getByRole('button', { name: '接受此方案' }).click()
  await expect(buyer.getByRole('heading', { name: '售后已结束' })).toBeVisible({ timeout: 20_000 })
  await expect(buyer.getByText('退款已退回原支付方式')).toBeVisible()
  await expectAccessible(buyer)
}

async function wallet(seller: Page): Promise<void> {
  await seller.goto('/my/balance')
  await expect(seller.getByText('¥194.82').first()).toBeVisible()
}
