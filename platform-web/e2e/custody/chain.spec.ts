import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { RECYCLER } from '../invoicing/settledDeal'
import { demoAccount } from '../platform'

const PHONE = { viewport: { width: 390, height: 844 } }
const DESK = { viewport: { width: 1440, height: 900 } }

test(
  'stainless steel is weighed in and sorted on a phone, and its chain is walked by its owner and by a regulator',
  { tag: '@once' },
  async ({ browser }) => {
    test.slow()
    const yard = await signedIn(browser, RECYCLER, PHONE)
    // By which it is told from what else is in the yard.
    const kilograms = 3_000 + Math.ceil(Math.random() * 99) * 10 + 1
    const [received, sorted] = [kilograms / 1_000, (kilograms - 100) / 1_000]
    const reference = `SS-${crypto.randomUUID().slice(0, 8)}`

    await test.step('a receipt becomes a parcel', async () => {
      await yard.goto('/custody/receipt/new')
      await yard.getByLabel('品类').fill('304 不锈钢')
      await yard.getByLabel('净重').fill(String(received))
      await yard.getByLabel('磅单号').fill(reference)
      await expectAccessible(yard)
      await expectToFit(yard)
      await yard.getByRole('button', { name: '登记', exact: true }).click()
      await expect(yard).toHaveURL(/\/custody\/parcels/)
      await expect(withChain(yard, received)).toBeVisible()
      await expectAccessible(yard)
      await expectToFit(yard)
    })
    await test.step('sorting loses what is missing, and says so before it is entered', async () => {
      await yard.getByRole('link', { name: '加工、合并或分拆' }).click()
      await yard.getByRole('checkbox', { name: `${String(received)} 吨` }).check()
      await yard.getByLabel('品级 1').fill('304 不锈钢')
      await yard.getByLabel('重量 1').fill(String(sorted))
      await expect(yard.getByText('投入与产出的差额：0.1 吨')).toBeVisible()
      await expectAccessible(yard)
      await expectToFit(yard)
      await yard.getByRole('button', { name: '登记', exact: true }).click()
      await expect(yard).toHaveURL(/\/custody\/batches/)
      await expect(yard.getByText(reference)).toBeVisible()
    })
    const batch = withChain(yard, sorted)
    const code = ((await batch.getByRole('link', { name: /^证明/ }).textContent()) ?? '')
      .replace('证明', '')
      .trim()
    await test.step('the chain shows both events, and leads to the proof', async () => {
      await batch.getByRole('link', { name: '来源与去向' }).click()
      await expect(yard.locator('figure canvas').first()).toBeVisible()
      await expect(yard.getByRole('table').getByRole('row')).toHaveCount(3)
      await yard.getByRole('table').getByRole('button', { name: '分选' }).click()
      await expect(yard.getByText('损耗：0.1 吨')).toBeVisible()
      await expectAccessible(yard)
      await expectToFit(yard)
    })
    await test.step('a regulator finds it by its code', async () => {
      const regulator = await signedIn(browser, demoAccount('REGULATOR'), DESK)
      await regulator.goto('/oversight/custody')
      await regulator.getByLabel('批次或合同编号').fill(code)
      await regulator.getByLabel('批次或合同编号').press('Enter')
      await expect(regulator.getByRole('table').getByRole('row')).toHaveCount(3)
      await expectAccessible(regulator)
      await expectToFit(regulator)
    })
  },
)

/** The parcel or batch of that weight; the yard's sums may be as much. */
function withChain(page: Page, tonnes: number): Locator {
  return page
    .getByRole('listitem')
    .filter({ hasText: `${String(tonnes)} 吨`, has: page.getByRole('link', { name: '来源与去向' }) })
}
