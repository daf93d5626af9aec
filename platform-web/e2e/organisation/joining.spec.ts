import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { demoAccount } from '../platform'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A unified social credit code that nobody has, with its check character (GB 32100-2015). */
function creditCode(): string {
  const random = Array.from({ length: 9 }, () => ALPHABET[Math.floor(Math.random() * ALPHABET.length)])
  const code = `91410181${random.join('')}`
  let weight = 1
  let sum = 0
  for (const character of code) {
    sum += ALPHABET.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return `${code}${ALPHABET[(31 - (sum % 31)) % 31] ?? ''}`
}

/** The smallest that opens. */
const PDF = Buffer.from(
  [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
  ].join('\n'),
)

test(
  'an organisation registers, hands in its licence, and may trade once an officer has looked',
  { tag: '@once' },
  async ({ browser }) => {
    const name = `新密再生 ${String(Date.now())}`
    const owner = await signedIn(browser, demoAccount('RESIDENT', 1))
    const officer = await signedIn(browser, demoAccount('ADMINISTRATOR'))

    await test.step('its owner registers it', async () => {
      await owner.goto('/organisations')
      await owner.getByRole('link', { name: '登记企业' }).click()
      await owner.getByLabel('企业名称').fill(name)
      await owner.getByLabel('统一社会信用代码').fill(creditCode())
      await owner.getByLabel('企业类型').selectOption('RECYCLER')
      await owner.getByLabel('所在区县').selectOption('ZZ-XM')
      await owner.getByLabel('地址').fill('超化镇创业路 1 号')
      await owner.getByLabel('联系人').fill('李工')
      await owner.getByLabel('联系电话').fill('0371-64350001')
      await expectAccessible(owner)
      await expectToFit(owner)
      await owner.getByRole('button', { name: '登记企业' }).click()
      await expect(owner.getByRole('heading', { name })).toBeVisible()
      await expect(owner.getByText('待核验')).toBeVisible()
    })
    await test.step('and hands its business licence in', async () => {
      await owner.getByRole('button', { name: '提交证照' }).click()
      await owner.getByLabel('发证机关').fill('新密市市场监督管理局')
      await owner.getByLabel('起始日').fill('2019-05-20')
      await owner
        .getByLabel('证照文件')
        .setInputFiles({ name: '营业执照.pdf', mimeType: 'application/pdf', buffer: PDF })
      await expect(owner.getByText('已上传：营业执照.pdf')).toBeVisible()
      await expectAccessible(owner)
      await owner.getByRole('button', { name: '提交证照' }).click()
      await expect(owner.getByText('审核中')).toBeVisible()
      await expectToFit(owner)
    })
    await test.step('an officer approves it with a key', async () => {
      await officer.goto('/licence-desk')
      await officer.getByRole('button', { name }).click()
      await expect(officer.getByRole('heading', { name: '营业执照' })).toBeVisible()
      await expectAccessible(officer)
      await officer.keyboard.press('a')
      await expect(officer.getByRole('button', { name })).toBeHidden()
    })
    await test.step('the officer records who controls it, and that it ended', async () => {
      const found = (text: string) => officer.getByRole('button', { name: text })
      await officer.getByLabel('查找企业').fill('荥阳豫铝')
      const other = (await found('荥阳豫铝').locator('.mono').textContent()) ?? ''
      await officer.getByLabel('查找企业').fill(name)
      await found(name).click()
      await officer.getByRole('button', { name: '登记控制关系' }).click()
      await officer.getByLabel('对方统一社会信用代码').fill(other)
      await officer.getByLabel('持股比例').fill('60')
      await officer.getByLabel('依据').fill('企业信用信息公示系统')
      await officer.getByLabel('起始日').fill('2026-01-01')
      await expectAccessible(officer)
      await expectToFit(officer)
      await officer.getByRole('button', { name: '登记控制关系' }).click()
      await expect(officer.getByText('（60%）')).toBeVisible()
      await officer.getByRole('button', { name: '今天终止' }).click()
      await expect(officer.getByRole('button', { name: '今天终止' })).toBeHidden()
      await expect(officer.getByText('（60%）')).toBeVisible()
    })
    await test.step('it may trade what needs nothing more, and reads what else it needs', async () => {
      await owner.reload()
      await expect(owner.getByText('已核验')).toBeVisible()
      await owner.getByLabel('品类', { exact: true }).selectOption('NF-AL-EXT-O')
      await expect(owner.getByText('还不能交易，缺少：')).toBeVisible()
      await expect(owner.getByText('须在')).toHaveCount(0)
      await owner.getByLabel('品类', { exact: true }).selectOption('SH-BOOK')
      await expect(owner.getByText('可以交易')).toBeVisible()
      await expectAccessible(owner)
      await expectToFit(owner)
    })
  },
)

test('a material is found by what the trade calls it', async ({ page }) => {
  await page.goto('/materials')
  await page.getByText('废有色金属', { exact: true }).first().click()
  await expectAccessible(page)
  await expectToFit(page)
  await page.getByLabel('查找品类').fill('zorba')
  await page.getByRole('link', { name: /破碎有色混料/ }).click()
  await expect(page.getByRole('heading', { name: '破碎有色混料' })).toBeVisible()
  await expect(page.getByText('回收经营者备案和公安备案')).toBeVisible()
  await expectAccessible(page)
  await expectToFit(page)
})
