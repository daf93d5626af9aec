import AxeBuilder from '@axe-core/playwright'
import {
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test'
import { tokenOf } from './ask'
import type { Account } from './platform'

const opened: BrowserContext[] = []

/** What a page may not do, whatever else a test looks at; and nobody stays signed in after it. */
export const test = base.extend<{ everybodyLeaves: undefined }>({
  everybodyLeaves: [
    async ({}, use) => {
      await use(undefined)
      await Promise.all(opened.splice(0).map((context) => context.close()))
    },
    { auto: true },
  ],
  page: async ({ page }, use) => {
    const faults = faultsOf(page)
    await use(page)
    expect(faults).toEqual([])
  },
})

export { expect }

/** A browser of somebody's own, signed in. */
export async function signedIn(
  browser: Browser,
  account: Account,
  options?: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext(options)
  opened.push(context)
  const page = await context.newPage()
  await signIn(page, account)
  return page
}

/** As the sign-in page does it, which has a test of its own; the page is still to go anywhere. */
export async function signIn(page: Page, account: Account): Promise<void> {
  const context = page.context()
  await context.request.get('/api/v1/session')
  const answer = await context.request.post('/api/v1/session', {
    headers: { 'X-XSRF-TOKEN': await tokenOf(page) },
    data: { contact: account.contact, password: account.password },
  })
  expect(answer.ok()).toBe(true)
}

/**
 * No violation of WCAG 2.2 A and AA that a machine can find, in a window as tall as the page: bars cover only what one
 * has yet to scroll to. A part that comes late makes the page taller; then it is looked at once more.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const window = page.viewportSize() ?? { width: 0, height: 0 }
  let height = window.height
  let found: string[]
  do {
    height = Math.max(height, await heightOf(page))
    await page.setViewportSize({ width: window.width, height })
    found = await violationsOn(page)
  } while (found.length > 0 && (await heightOf(page)) > height)
  await page.setViewportSize(window)
  expect(found).toEqual([])
}

function heightOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight)
}

async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // The other mode opens a page for each look, for frames of other origins; we have none, and it takes twice as long.
    .setLegacyMode(true)
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

/** The page fits the window: nothing makes it scroll sideways. */
export async function expectToFit(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
}

function faultsOf(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) {
      faults.push(message.text())
    }
  })
  return faults
}
