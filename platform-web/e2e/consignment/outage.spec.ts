import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { demoAccount } from '../platform'
import { openShift, takeIn } from './counter'

interface Thing {
  code: string
  title: string
  listing: string
}

test(
  'a counter sells on while the line is down, and whoever is there keeps it',
  { tag: '@once' },
  async ({ browser }) => {
    const counter = await signedIn(browser, demoAccount('POINT_OPERATOR'), { serviceWorkers: 'allow' })
    const buyer = await signedIn(browser, demoAccount('RESIDENT', 1))
    await counter.goto('/counter')
    await counter.evaluate(() => navigator.serviceWorker.ready)
    await openShift(counter)
    const here = await takenIn(counter)
    const wanted = await takenIn(counter)

    await test.step('the till keeps the shelf', async () => {
      const copied = counter.waitForResponse(/shelf-copy/)
      await counter.goto('/counter')
      const { asOf } = (await (await copied).json()) as { asOf: string }
      await expect.poll(() => keptAsOf(counter)).toBe(asOf)
    })
    await test.step('without a connection two things are sold for cash', async () => {
      await counter.context().setOffline(true)
      await counter.reload()
      await expect(counter.getByText(/已断网，按 .+ 的货架继续卖/)).toBeVisible()
      await sell(counter, here)
      await sell(counter, wanted)
      await expect(counter.getByText(/2 笔待入账/)).toBeVisible()
      await expectAccessible(counter)
      await expectToFit(counter)
    })
    await test.step('one of them is bought online meanwhile', async () => {
      await buyer.goto(`/listings/${wanted.listing}`)
      await buyer.getByRole('button', { name: '立即购买' }).first().click()
      await buyer.getByRole('button', { name: '预订并付款' }).click()
      await buyer.waitForURL(/pay|orders/)
    })
    await test.step('when the line is back both are booked, and the online order has given way', async () => {
      await counter.context().setOffline(false)
      await expect(counter.getByText(/笔待入账/)).toBeHidden()
      await expect(counter.getByText(/线上订单 D.+ 已取消并全额退款/)).toBeVisible()
      await expect(counter.getByText('已入账', { exact: true }).first()).toBeVisible()
      await expectAccessible(counter)
    })
    await test.step('the buyer is told why', async () => {
      await buyer.goto('/my/orders')
      await buyer
        .getByRole('link', { name: new RegExp(wanted.title) })
        .first()
        .click()
      await expect(buyer.getByText(/被店内顾客当面买走/)).toBeVisible()
    })
  },
)

/** Something new on the shelf, as the counter's own page reads it. */
async function takenIn(counter: Page): Promise<Thing> {
  await takeIn(counter)
  const id = new URL(counter.url()).pathname.split('/').at(-1) ?? ''
  const answer = await counter.request.get(`/api/v1/my/point/agreements/${id}`)
  const { items } = (await answer.json()) as {
    items: { code: string; title: string; listingId: string }[]
  }
  const item = items[0]
  if (item === undefined) {
    throw new Error('Nothing was taken in')
  }
  return { code: item.code, title: item.title, listing: item.listingId }
}

/** Of when the copy is that the till has on its disk. It comes there some moments after the answer. */
async function keptAsOf(counter: Page): Promise<string | undefined> {
  return counter.evaluate(
    () =>
      new Promise<string | undefined>((resolve, reject) => {
        const opening = indexedDB.open('xunshi-till')
        opening.onerror = () => {
          reject(new Error('The till has no store'))
        }
        opening.onsuccess = () => {
          const till = opening.result
          const reading = till.transaction('copy').objectStore('copy').get('last') as IDBRequest<
            { asOf: string } | undefined
          >
          reading.onsuccess = () => {
            till.close()
            resolve(reading.result?.asOf)
          }
        }
      }),
  )
}

async function sell(counter: Page, { code, title }: Thing): Promise<void> {
  await counter.getByLabel(/扫描/).fill(code)
  await counter.keyboard.press('Enter')
  await expect(counter.getByText('价格来自本机的货架副本')).toBeVisible()
  await expect(counter.getByRole('region', { name: '正在办理' }).getByText(title)).toBeVisible()
  await counter.keyboard.press('Enter')
  await expect(counter.getByRole('heading', { name: '收款单' })).toBeVisible()
}
