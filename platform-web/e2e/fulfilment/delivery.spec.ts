import type { Page } from '@playwright/test'
import { organisationOf } from '../ask'
import { offered, received, signed } from '../exchange/extrusions'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { drawnPhoto } from '../picture'
import { demoAccount } from '../platform'

const RECYCLER = demoAccount('ORGANISATION_MEMBER', 0)
const SMELTER = demoAccount('ORGANISATION_MEMBER', 4)
const PHONE = { viewport: { width: 390, height: 844 } }
const LABORATORY = '河南省产品质量检验院'
const PLATE = '豫A9X316'
const GRAMS = 6_000_000

test(
  'a signed deal is weighed on the telephone, assayed a point low, read by the umpire and settled',
  { tag: '@once' },
  async ({ browser }) => {
    test.slow()
    const recycler = await signedIn(browser, RECYCLER)
    const smelter = await signedIn(browser, SMELTER, PHONE)
    const officer = await signedIn(browser, demoAccount('ADMINISTRATOR'))
    const deal = await signedDeal(recycler, smelter)

    await test.step('the buyer pays nine tenths, which are held', async () => {
      await smelter.goto(deal)
      await expect(smelter.getByText('¥84,240.00')).toBeVisible()
      await fits(smelter)
      await pay(smelter, deal)
      await expect(smelter.getByText('已托管')).toBeVisible()
    })
    await test.step('the seller sends the only load', async () => {
      await recycler.goto(deal)
      await recycler.getByLabel('车牌').fill(PLATE)
      await recycler.getByLabel('司机', { exact: true }).fill('赵师傅')
      await recycler.getByLabel('装车数量').fill('6')
      await fits(recycler)
      await recycler.getByRole('button', { name: '确认发车' }).click()
      await expect(recycler.getByText(`第 1 车 ${PLATE}`)).toBeVisible()
    })
    await test.step('the buyer weighs on the telephone, without a signal at first', async () => {
      await smelter.goto('/weighing')
      await expect(smelter.getByRole('button', { name: new RegExp(PLATE) })).toBeVisible()
      await smelter.context().setOffline(true)
      await weigh(smelter, '18250', '12260')
      await expect(smelter.getByText('手机里的磅单：1 张')).toBeVisible()
      await smelter.context().setOffline(false)
      await expect(smelter.getByText('手机里的磅单：1 张')).toBeHidden({ timeout: 20_000 })
      await expect(smelter.getByRole('button', { name: new RegExp(PLATE) })).toContainText('本方已过磅')
      await fits(smelter)
    })
    await test.step('the seller sends the file of its weighbridge, mended where the page says so', async () => {
      await recycler.goto(deal)
      await recycler.getByText('导入地磅文件').click()
      await importFile(recycler, 'x')
      await expect(recycler.getByRole('row', { name: /gross_kg/ })).toContainText(PLATE)
      await fits(recycler)
      await importFile(recycler, '18260')
      await expect(recycler.getByText('1 张磅单已全部录入')).toBeVisible()
    })
    await test.step('a third scale weighs, which the two do not need, and a sample is taken', async () => {
      await smelter.goto(deal)
      await smelter.getByRole('button', { name: '第三方磅或更正' }).click()
      const sheet = smelter.getByRole('dialog')
      await sheet.getByLabel('设备编号').fill('GY-PUBLIC-1')
      await sheet.getByLabel('检定有效期至').fill(`${String(new Date().getFullYear() + 1)}-12-31`)
      await expectAccessible(smelter)
      await fillWeights(smelter, '18255', '12260')
      await expect(smelter.getByRole('rowheader', { name: '第三方磅' })).toContainText('待对方认可')
      await smelter.getByLabel('取样人').fill('李取样')
      await smelter.getByLabel('取样地点').fill('厂内料场')
      for (const [i, part] of ['工作样', '仲裁样', '卖方样', '买方样'].entries()) {
        await smelter.getByLabel(`${part}封签号`).fill(`F-${String(i)}`)
      }
      await fits(smelter)
      await smelter.getByRole('button', { name: '登记取样' }).click()
      await expect(smelter.getByText('报化验结果')).toBeVisible()
    })
    await test.step('the seller stands by what the third scale said', async () => {
      await recycler.reload()
      await recycler.getByRole('button', { name: '认可这一重量' }).click()
      await expect(recycler.getByText('双方认可', { exact: true })).toBeVisible()
      await fits(recycler)
    })
    await test.step('the buyer reads a point less than the seller', async () => {
      await read(smelter, '96.5')
      await expect(smelter.getByText('报化验结果')).toBeHidden()
      await recycler.goto(deal)
      await read(recycler, '97.5')
      await expect(recycler.getByText('相差过大', { exact: true })).toBeVisible()
      await fits(recycler)
    })
    await test.step('both name a laboratory, whose reading an officer enters', async () => {
      await nameUmpire(recycler)
      await smelter.reload()
      await nameUmpire(smelter)
      await expect(smelter.getByText(`仲裁机构：${LABORATORY}`)).toBeVisible()
      await officer.goto('/delivery-desk')
      const waiting = officer.getByRole('article').filter({ hasText: LABORATORY })
      await waiting.getByLabel('铝', { exact: true }).fill('96.7')
      await waiting.getByLabel('夹杂物').fill('1.2')
      await fits(officer)
      await waiting.getByRole('button', { name: '录入结果' }).click()
      await expect(waiting).toBeHidden()
    })
    await test.step('the buyer claims, both agree, and the final statement says every line', async () => {
      await smelter.reload()
      await smelter.getByRole('button', { name: '提出索赔' }).click()
      await smelter.getByLabel('每吨（件）扣款').fill('100')
      await smelter.getByLabel('哪里不符').fill('部分打包带未去除')
      await fits(smelter)
      await smelter.getByRole('button', { name: '提交索赔' }).click()
      await expect(smelter.getByText('待卖方答复')).toBeVisible()
      await recycler.reload()
      await recycler.getByRole('button', { name: '接受对方方案' }).click()
      await expect(recycler.getByText('已结算')).toBeVisible()
      await smelter.reload()
      await expect(smelter.getByText('最终', { exact: true })).toBeVisible()
      // 15,600 less 160 for 0.8 points less 100 agreed: 15,340 yuan for each of 6.000 t.
      await expect(smelter.getByText(/¥92,040/).first()).toBeVisible()
      await fits(smelter)
    })
    await test.step('the buyer pays the rest, and the money is the seller’s', async () => {
      await pay(smelter, deal)
      await expect(smelter.getByText('已付卖方')).toHaveCount(2)
      await recycler.goto('/trade-desk/finance')
      const paid = recycler
        .getByRole('row', { name: /已付卖方/ })
        .filter({ has: recycler.locator(`a[href="${deal}"]`) })
      await expect(paid.filter({ hasText: '¥84,240.00' })).toBeVisible()
      await expect(paid.filter({ hasText: '¥7,800.00' })).toBeVisible()
      await fits(recycler)
    })
  },
)

async function pay(page: Page, deal: string) {
  await page.getByRole('button', { name: '去支付' }).click()
  await page.locator('button[value="pay"]').click()
  await expect(page).toHaveURL(new RegExp(deal))
}

async function weigh(page: Page, gross: string, tare: string) {
  await page.getByRole('button', { name: new RegExp(PLATE) }).click()
  await fillWeights(page, gross, tare)
}

async function fillWeights(page: Page, gross: string, tare: string) {
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('毛重', { exact: true }).fill(gross)
  await sheet.getByLabel('皮重', { exact: true }).fill(tare)
  await sheet
    .getByLabel(/拍磅单照片/)
    .setInputFiles({ name: 'ticket.jpg', mimeType: 'image/jpeg', buffer: await drawnPhoto(page) })
  await sheet.getByRole('button', { name: '记录过磅' }).click()
  await expect(sheet).toBeHidden()
}

/** One ticket, of the yard's first scale. */
async function importFile(page: Page, gross: string) {
  const yard = await organisationOf(page)
  const answer = await page.request.get(`/api/v1/organisations/${yard}/weigh-devices`)
  const { items } = (await answer.json()) as { items: { id: string }[] }
  const now = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16)
  const text = [
    'load,plate,device,gross_kg,gross_at,tare_kg,tare_at',
    `1,${PLATE},${items[0]?.id ?? ''},${gross},${now},12260,${now}`,
  ].join('\n')
  await page
    .getByLabel('地磅文件（CSV）')
    .setInputFiles({ name: 'tickets.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: '导入', exact: true }).click()
}

async function read(page: Page, aluminium: string) {
  await page.getByLabel('化验机构').fill('本厂化验室')
  await page.getByLabel('铝', { exact: true }).fill(aluminium)
  await page.getByLabel('夹杂物').fill('1.2')
  await page.getByRole('button', { name: '提交化验结果' }).click()
}

async function nameUmpire(page: Page) {
  await page.getByLabel('化验机构').fill(LABORATORY)
  await page.getByRole('button', { name: '提名' }).click()
}

/** Six tonnes at 15,600 yuan with 200 off for each point of aluminium below 97.5 %; the path of its page. */
async function signedDeal(recycler: Page, smelter: Page): Promise<string> {
  await received(recycler, GRAMS, 'GP-DELIVERY')
  const lot = await offered(recycler, {
    title: '旧铝型材 履约',
    grams: GRAMS,
    payment: 'PROVISIONAL_AND_FINAL',
    fenPerTonne: 1_560_000,
    formula: {
      kind: 'FIXED',
      fenPerTonne: 0,
      penalties: [
        {
          attribute: 'al_pct',
          bad: 'BELOW',
          free: 9750,
          deduction: { kind: 'LINEAR', per: 100, fenPerTonne: 20_000 },
        },
      ],
    },
  })
  return signed([recycler, RECYCLER], [smelter, SMELTER], lot, GRAMS)
}

async function fits(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectToFit(page)
}
