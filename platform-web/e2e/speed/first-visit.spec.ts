import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'

/** A phone in a village: 1.6 Mbit/s and 150 ms. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 }

/** What the web calls good is 0.1; here nothing has a reason to move at all. */
const SHIFT_MAX = 0.01

interface Measured {
  shift: number
  firstPaint: number
}

test.beforeEach(async ({ page }) => {
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.emulateNetworkConditions', SLOW)
})

for (const path of ['/', '/search', '/statistics']) {
  test(`${path} stays where it is while it comes over a slow connection`, async ({ page }) => {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    expectCalm(await measured(page))
  })
}

test(
  'a listing stays where it is while it comes over a slow connection',
  { tag: '@once' },
  async ({ page }) => {
    await page.goto('/search')
    const address = await page.getByRole('main').locator('a[href^="/listings/"]').first().getAttribute('href')
    await page.goto(address ?? '')
    await page.waitForLoadState('networkidle')
    expectCalm(await measured(page))
  },
)

test('a second visit loads no script again', { tag: '@once' }, async ({ page }) => {
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  await page.goto('/about')
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry.name.includes('/assets/'))
      .filter((entry) => entry instanceof PerformanceResourceTiming && entry.transferSize > 0)
      .map((entry) => entry.name),
  )
  expect(loaded).toEqual([])
})

/** When it was first on the screen is noted in the report; how soon that is says as much about the machine. */
function expectCalm({ shift, firstPaint }: Measured) {
  expect(shift).toBeLessThan(SHIFT_MAX)
  expect(firstPaint).toBeGreaterThan(0)
  test.info().annotations.push({
    type: 'first contentful paint',
    description: `${String(Math.round(firstPaint))} ms`,
  })
}

function measured(page: Page): Promise<Measured> {
  return page.evaluate(
    () =>
      new Promise<Measured>((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & {
            value: number
            hadRecentInput: boolean
          })[]
          resolve({
            shift: shifts.reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0),
            firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
          })
        }).observe({ type: 'layout-shift', buffered: true })
        // Where nothing moved, nothing is observed.
        setTimeout(
          () =>
            resolve({
              shift: 0,
              firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
            }),
          500,
        )
      }),
  )
}
