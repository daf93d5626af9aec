import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { drawnPhoto } from '../picture'
import { demoAccount } from '../platform'

const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ'
const VALUES = '12345678123457923456789'
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

test('a car is sold with its number, its papers and its mileage', { tag: '@once' }, async ({ browser }) => {
  const seller = await signedIn(browser, demoAccount('RESIDENT', 0))
  const vin = newVin()
  await seller.goto('/publish')
  await seller
    .getByLabel('添加照片')
    .setInputFiles({ name: 'car.jpg', mimeType: 'image/jpeg', buffer: await drawnPhoto(seller) })
  await seller.getByLabel('标题').fill(`朗逸 自动挡 ${vin.slice(-6)}`)
  await seller.getByRole('button', { name: '车辆', exact: true }).click()
  await seller.getByRole('button', { name: '二手车', exact: true }).click()
  await seller.getByLabel('品牌').fill('丰田')
  await seller.getByLabel('能源').selectOption({ label: '汽油' })
  await seller.getByRole('radio', { name: /成色良好/ }).check()
  await seller.getByLabel('价格').fill('42000')
  await seller.getByLabel('区域').selectOption({ label: '金水区' })

  await test.step('a wrong number is noticed at once', async () => {
    await seller.getByLabel('车辆识别代号（VIN）').fill(`${vin.slice(0, -1)}${vin.endsWith('9') ? '8' : '9'}`)
    await expect(seller.getByText('校验位不符，请对照行驶证逐位核对。')).toBeVisible()
  })
  await test.step('the number fills in the year, and knows of another brand', async () => {
    await seller.getByLabel('车辆识别代号（VIN）').fill(vin)
    await seller.getByLabel('机动车登记证书（绿本）').check()
    await seller.getByLabel('行驶证', { exact: true }).check()
    await seller.getByLabel('车牌归属地').fill('豫A')
    await addReading(seller, 1, '2021-06-01', '30000')
    await addReading(seller, 2, '2024-06-01', '52000')
    await seller.getByRole('button', { name: '保存车辆信息' }).click()
    await expect(seller.getByText('卖家所述品牌与编号不符')).toBeVisible()
    await expect(seller.getByLabel('上牌年份')).toHaveValue('2018')
    await seller.getByLabel('品牌').fill('大众')
    await expect(seller.getByText('卖家所述品牌与编号不符')).toHaveCount(0)
    await expectAccessible(seller)
    await expectToFit(seller)
  })
  await test.step('buyers read maker, papers and mileage, and only the end of the number', async () => {
    await expect(seller.getByText('草稿已保存')).toBeVisible()
    await seller.getByRole('main').getByRole('button', { name: '发布', exact: true }).click()
    await expect(seller).toHaveURL(/\/listings\//)
    await expect(seller.getByText('上汽大众')).toBeVisible()
    await expect(seller.getByText('豫A')).toBeVisible()
    await expect(seller.getByRole('cell', { name: '52,000 km' })).toBeVisible()
    await expect(seller.getByText(vin)).toHaveCount(0)
    await expectAccessible(seller)
    await expectToFit(seller)
  })
})

async function addReading(seller: Page, number: number, day: string, km: string): Promise<void> {
  await seller.getByRole('button', { name: '添加读数' }).click()
  await seller
    .getByLabel('日期')
    .nth(number - 1)
    .fill(day)
  await seller.getByRole('textbox', { name: '里程', exact: true }).last().fill(km)
}

/** Of a Volkswagen from Shanghai, model year 2018, that no other test has sold. */
function newVin(): string {
  const open = `LSVAA4180J2${String(Date.now()).slice(-6)}`
  const sum = Array.from(open).reduce((total, character, i) => {
    const place = LETTERS.indexOf(character)
    return total + (WEIGHTS[i] ?? 0) * Number(place < 0 ? character : VALUES[place])
  }, 0)
  const check = sum % 11 === 10 ? 'X' : String(sum % 11)
  return `${open.slice(0, 8)}${check}${open.slice(9)}`
}
