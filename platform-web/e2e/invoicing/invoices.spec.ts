import type { Page } from '@playwright/test'
import { ask, organisationOf } from '../ask'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { demoAccount } from '../platform'
import { cityDay, RECYCLER, settledDeal, SMELTER } from './settledDeal'

const PHONE = { viewport: { width: 390, height: 844 } }
const DESK = { viewport: { width: 1440, height: 900 } }

test(
  'a paid deal is invoiced, objected to, taken back, invoiced again, exported and checked by a regulator',
  { tag: '@once' },
  async ({ browser }) => {
    test.slow()
    const recycler = await signedIn(browser, RECYCLER, DESK)
    const smelter = await signedIn(browser, SMELTER, PHONE)
    const deal = await settledDeal(recycler, smelter)
    const [first, second] = [digital(), digital()]

    await test.step('the seller copies the invoice; a slip of the finger is seen', async () => {
      await recycler.goto(deal)
      await recycler.getByRole('button', { name: '登记发票' }).click()
      const sheet = recycler.getByRole('dialog')
      await sheet.getByLabel('发票号码').fill(first)
      await sheet.getByLabel('不含税金额').fill('82831.87')
      await sheet.getByLabel('税额（13%）').fill('10768.14')
      await sheet.getByRole('button', { name: '登记', exact: true }).click()
      await expect(sheet.getByText(/须与结算单一致/)).toBeVisible()
      await fits(recycler)
      await sheet.getByLabel('不含税金额').fill('82831.86')
      await sheet.getByRole('button', { name: '登记', exact: true }).click()
      await expect(invoice(recycler).getByText(first)).toBeVisible()
      await expect(invoice(recycler).getByText('一致', { exact: true }).first()).toBeVisible()
    })
    await test.step('the buyer finds something wrong with it', async () => {
      await smelter.goto(deal)
      await invoice(smelter).getByRole('button', { name: '有异议' }).click()
      await smelter.getByRole('dialog').getByLabel('错在哪里').fill('开户行有误')
      await smelter.getByRole('button', { name: '告知卖方' }).click()
      await expect(invoice(smelter).getByText('买方异议：开户行有误')).toBeVisible()
      await fits(smelter)
    })
    await test.step('the seller takes it back and enters another, which the buyer takes', async () => {
      await recycler.reload()
      await invoice(recycler).getByRole('button', { name: '红字发票' }).click()
      const sheet = recycler.getByRole('dialog')
      await sheet.getByLabel('发票号码').fill(digital())
      await sheet.getByLabel('原因').fill('开户行有误')
      await sheet.getByRole('button', { name: '冲销' }).click()
      await expect(invoice(recycler).getByText('已红冲')).toBeVisible()
      await invoice(recycler).getByRole('button', { name: '登记发票' }).click()
      await sheet.getByLabel('发票号码').fill(second)
      await sheet.getByLabel('不含税金额').fill('82831.86')
      await sheet.getByLabel('税额（13%）').fill('10768.14')
      await sheet.getByRole('button', { name: '登记', exact: true }).click()
      await smelter.reload()
      await invoice(smelter).getByRole('button', { name: '收到，无误' }).click()
      await expect(invoice(smelter).getByText('已收票')).toBeVisible()
      await invoice(smelter).getByText('四流比对').first().click()
      await fits(smelter)
    })
    await test.step('it is exported with the batch of the month', async () => {
      await recycler.goto('/trade-desk/finance')
      await expect(recycler.getByText(second, { exact: true })).toBeVisible()
      await fits(recycler)
      await recycler.getByRole('link', { name: '发票导出' }).click()
      await recycler.getByRole('button', { name: '生成批次' }).click()
      await expect(recycler.getByText(second, { exact: true })).toBeVisible()
      const download = recycler.waitForEvent('download')
      await recycler.getByRole('link', { name: 'CSV' }).first().click()
      expect((await download).suggestedFilename()).toMatch(/^invoices-.*\.csv$/)
      await fits(recycler)
    })
    await test.step('a regulator reads whether its four flows agree', async () => {
      const regulator = await signedIn(browser, demoAccount('REGULATOR'), DESK)
      await regulator.goto('/oversight/invoices')
      await regulator.getByRole('button', { name: '查看' }).first().click()
      await regulator.getByText(second, { exact: true }).click()
      await expect(regulator.getByRole('rowheader', { name: '资金流' }).first()).toBeVisible()
      await fits(regulator)
    })
  },
)

test(
  'what a person sold is entered against the receipt, counted against the limit and invoiced',
  { tag: '@once' },
  async ({ browser }) => {
    const recycler = await signedIn(browser, RECYCLER, PHONE)
    const receipt = `GP-${String(Date.now())}`
    await ask(recycler, `/organisations/${await organisationOf(recycler)}/stock-receipts`, {
      materialCode: 'NF-AL-EXT-O',
      quantity: 1_200_000,
      source: 'RESIDENTS',
      reference: receipt,
      happenedOn: cityDay(),
    })

    await recycler.goto('/reverse-invoicing')
    await fits(recycler)
    await recycler.getByRole('button', { name: '登记收购' }).click()
    const sheet = recycler.getByRole('dialog')
    await sheet.getByLabel('进货单').selectOption({ label: `${receipt} · 旧铝型材(门窗) · 1.2 吨` })
    await sheet.getByLabel('出售人姓名').fill('王建国')
    const number = citizen()
    await sheet.getByLabel('身份证号码').fill(number)
    await sheet.getByLabel('收购协议编号').fill('SG-001')
    await sheet.getByLabel('含税货款').fill('4040000')
    await sheet.getByLabel('实付出售人').fill('4040000')
    await sheet.getByLabel('付款凭证号').fill('ICBC-1')
    await fits(recycler)
    await sheet.getByRole('button', { name: '登记', exact: true }).click()

    await expect(recycler.getByText('已登记。该出售人本月剩余额度 ¥1,000,000.00。')).toBeVisible()
    await expect(recycler.getByText(/已用额度超过八成/).first()).toBeVisible()
    await fits(recycler)
    await recycler.getByRole('button', { name: '登记发票' }).first().click()
    await recycler.getByRole('dialog').getByLabel('发票号码').fill(digital())
    await recycler.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click()
    await expect(recycler.getByText('已开票').first()).toBeVisible()
    await expect(recycler.getByText(number)).toBeHidden()
  },
)

function invoice(page: Page) {
  return page.getByRole('region', { name: '发票', exact: true })
}

/** Twenty digits, the first two of this year. */
function digital(): string {
  const rest = String(Date.now()) + String(Math.floor(Math.random() * 1_000)).padStart(3, '0')
  return `${cityDay().slice(2, 4)}41${rest}`
}

/** An identity number with its check character. */
function citizen(): string {
  const first = `410181197001${String(Date.now()).slice(-5)}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((so, weight, i) => so + weight * Number(first[i]), 0)
  return first + '10X98765432'.charAt(sum % 11)
}

async function fits(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectToFit(page)
}
