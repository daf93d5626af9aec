import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { demoAccount } from '../platform'

const EXTRUSIONS = '旧铝型材(门窗) · Tutu'
const RECYCLER = 0
const SMELTER = 4
const LUOYANG = 8

test(
  'a smelter asks for quotes, yards quote under seal, and what was quoted is compared and awarded to two',
  { tag: '@once' },
  async ({ browser }) => {
    const title = `旧铝两项 ${String(Date.now())}`
    const smelter = await signedIn(browser, demoAccount('ORGANISATION_MEMBER', SMELTER))
    const recycler = await signedIn(browser, demoAccount('ORGANISATION_MEMBER', RECYCLER))

    await test.step('the smelter drafts two lines and publishes them', async () => {
      await smelter.goto('/tenders/new')
      await line(smelter, 1, EXTRUSIONS, '20', '5')
      await smelter.getByRole('button', { name: '再加一项' }).click()
      await line(smelter, 2, 'NF-AL-CAST', '10', '')
      await smelter.getByLabel('标题', { exact: true }).fill(title)
      await smelter.getByLabel('所在地').selectOption({ label: '荥阳市' })
      await smelter.getByLabel('地点').fill('乔楼镇铝业大道 8 号')
      await fits(smelter)
      await smelter.getByRole('button', { name: '保存草稿' }).click()
      await expect(smelter.getByRole('heading', { level: 1 })).toHaveText(title)
      await smelter.getByRole('button', { name: '发布' }).click()
      await expect(smelter.getByText('截止前看不到任何报价')).toBeVisible()
      await fits(smelter)
    })
    await test.step('a yard finds it, asks, and quotes with a lot of its own', async () => {
      await recycler.goto('/tenders')
      await fits(recycler)
      await recycler.getByRole('link', { name: new RegExp(title) }).click()
      await recycler.getByLabel('提问').fill('可以分两车送吗？')
      await recycler.getByRole('button', { name: '提问' }).click()
      await expect(recycler.getByText('尚未答复')).toBeVisible()
      const first = recycler.getByRole('region', { name: '第 1 项报价' })
      const lot = first.locator('option', { hasText: '门窗旧型材 净料' })
      await first.getByLabel('用哪批货源').selectOption(await lot.getAttribute('value'))
      await first.getByLabel('数量').fill('10')
      await first.getByLabel('单价').fill('15400')
      await fits(recycler)
      await first.getByRole('button', { name: '密封提交' }).click()
      await expect(first.getByText('已密封')).toBeVisible()
      await fits(recycler)
    })
    await test.step('the smelter answers before all, and sees no quote', async () => {
      await smelter.reload()
      await smelter.getByLabel('答复').fill('可以，每车不少于 5 吨。')
      await smelter.getByRole('button', { name: '答复' }).click()
      await expect(smelter.getByText('可以，每车不少于 5 吨。')).toBeVisible()
      await expect(smelter.getByText('15,400')).toBeHidden()
    })
    await test.step('what two yards quoted for another tender is compared and awarded', async () => {
      await smelter.goto('/trade-desk/tenders')
      await smelter.getByRole('link', { name: /月补库/ }).click()
      await smelter.getByRole('link', { name: '比价定标' }).click()
      await expect(smelter.getByRole('row').filter({ hasText: '吨' })).toHaveCount(2)
      await fits(smelter)
      await smelter.getByRole('button', { name: '最低价组合' }).click()
      await expect(smelter.getByText(/已选 50 吨/)).toBeVisible()
      await fits(smelter)
      await smelter.getByRole('button', { name: '定标', exact: true }).click()
      await smelter.getByRole('button', { name: /确认定标/ }).click()
      await expect(smelter).toHaveURL(/\/trade-desk\/deals/)
      await expect(smelter.getByRole('link', { name: /洛阳铝都/ }).first()).toBeVisible()
      await fits(smelter)
    })
    await test.step('a supplier finds its award and its contract', async () => {
      const luoyang = await signedIn(browser, demoAccount('ORGANISATION_MEMBER', LUOYANG))
      await luoyang.goto('/trade-desk/quotes')
      await expect(luoyang.getByText(/中标/)).toBeVisible()
      await fits(luoyang)
    })
  },
)

async function line(page: Page, n: number, material: string, tonnes: string, least: string) {
  const panel = page.getByRole('region', { name: `第 ${String(n)} 项` })
  await panel.getByLabel('品类').fill(material)
  await panel.getByLabel('品类').blur()
  await panel.getByLabel('数量', { exact: true }).fill(tonnes)
  await panel.getByLabel('每家最小数量').fill(least)
}

async function fits(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectToFit(page)
}
