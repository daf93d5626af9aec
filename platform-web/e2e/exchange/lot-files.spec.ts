import type { Page } from '@playwright/test'
import { ask, organisationOf } from '../ask'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { demoAccount } from '../platform'

const DAY_MS = 86_400_000
const HEAD =
  '自有编号,品级,标题,数量(t),包装,区县,地址,交货,付款,票据,单价(元/t),有效期至,质量:form,质量:alloy_series,质量:al_pct,质量:inclusion_pct,质量:radiation_usvh,质量:source'
const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'

test(
  'a recycler brings a table of lots, mends what is wrong, and puts a laboratory’s report on a lot',
  { tag: '@once' },
  async ({ browser }) => {
    const recycler = await signedIn(browser, demoAccount('ORGANISATION_MEMBER', 0))
    const own = `E2E-${String(Date.now())}`
    const title = `旧铝型材 ${own}`
    await ask(recycler, `/organisations/${await organisationOf(recycler)}/stock-receipts`, {
      materialCode: 'NF-AL-EXT-O',
      quantity: 3_000_000,
      source: 'PRODUCTIVE_UNIT',
      reference: own,
      happenedOn: dayIn(0),
    })

    await test.step('each row says by itself what is wrong with it', async () => {
      await recycler.goto('/trade-desk/lots')
      await recycler.getByRole('link', { name: '导入导出' }).click()
      await choose(recycler, [row(own, title, '１．５'), row(`${own}-B`, title, '半吨')])
      await expect(recycler.getByText('可以挂出 1 行，已有 0 行，有误 1 行')).toBeVisible()
      const wrong = recycler.getByRole('row').filter({ hasText: `${own}-B` })
      await expect(wrong.getByText('数量(t)')).toBeVisible()
      await expect(wrong.getByText(/^数量\(t\) 请填数字/)).toBeVisible()
      await fits(recycler)
      const faults = recycler.waitForEvent('download')
      await recycler.getByRole('button', { name: '下载错误清单' }).click()
      expect((await faults).suggestedFilename()).toBe('lot-faults.csv')
    })
    await test.step('what is fine is offered, once', async () => {
      await recycler.getByRole('button', { name: '挂出 1 批' }).click()
      await expect(recycler.getByText('已挂出 1 行，已有 0 行，未挂出 1 行')).toBeVisible()
      await choose(recycler, [row(own, title, '1.5'), row(`${own}-B`, title, '1')])
      await expect(recycler.getByText('可以挂出 1 行，已有 1 行，有误 0 行')).toBeVisible()
    })
    await test.step('a report stands on the lot, beside what is stated', async () => {
      await recycler.getByRole('link', { name: title }).click()
      await expect(recycler.getByRole('heading', { level: 1 })).toHaveText(title)
      await recycler.getByRole('button', { name: '添加检验报告' }).click()
      const sheet = recycler.getByRole('dialog')
      await sheet
        .getByLabel('报告原件')
        .setInputFiles({ name: '化验单.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) })
      await expect(sheet.getByText('已上传：化验单.pdf')).toBeVisible()
      await sheet.getByLabel('检验机构').fill('郑州市质量检验所')
      await sheet.getByLabel('报告编号').fill(own)
      await sheet.getByLabel('铝', { exact: true }).fill('96.8')
      await fits(recycler)
      await sheet.getByRole('button', { name: '添加', exact: true }).click()
      await expect(sheet).toBeHidden()
      const reports = recycler.getByRole('region', { name: '检验报告' })
      await expect(reports.getByText('比申报 −0.7')).toBeVisible()
      await fits(recycler)
      const paper = await recycler.request.get(
        (await reports.getByRole('link', { name: `打开原件 ${own}` }).getAttribute('href')) ?? '',
      )
      expect(await paper.text()).toBe(PDF)
    })
    await test.step('nobody meets the lot afterwards', async () => {
      await recycler.getByRole('button', { name: '撤回' }).click()
      await expect(recycler.getByText('已撤回')).toBeVisible()
    })
  },
)

/** Of a table with its mark, as spreadsheets save it. */
async function choose(page: Page, rows: string[]) {
  await page.getByLabel('选择文件，或拖到这里').setInputFiles({
    name: 'lots.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${[HEAD, ...rows].join('\r\n')}\r\n`),
  })
}

function row(own: string, title: string, tonnes: string): string {
  return `${own},NF-AL-EXT-O,${title},${tonnes},打包块,巩义市,回郭镇工业路 1 号,自提,暂付后结算,含13%专票,"15,600",${dayIn(7)},型材,6xxx,97.5,1.2,0.1,旧料`
}

/** In the city, which is ahead of UTC by eight hours. */
function dayIn(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10)
}

async function fits(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectToFit(page)
}
