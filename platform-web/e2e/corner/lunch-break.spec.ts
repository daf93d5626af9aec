import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { demoAccount } from '../platform'

const READERS = 6
const BOOKS_EACH = 4

/** The demo school's librarian; the first demo account of the role is a recycler's. */
const LIBRARIAN = 1

test(
  'a class swaps its books in a lunch break',
  {
    tag: '@once',
  },
  async ({ browser, page: stranger }) => {
    const desk = await signedIn(browser, demoAccount('ORGANISATION_MEMBER', LIBRARIAN))

    const cards = await test.step('a class gets cards, and guardians consent', () => issueCards(desk))
    await test.step('every pupil brings four books and takes four others', () => swap(desk, cards))
    await test.step('a book that nobody knows is entered once', () => bringUnknown(desk))
    await test.step('the last scan is taken back', () => takeBack(desk))
    await test.step('a scan without a connection is kept and sent later', () => scanOffline(desk))
    await test.step('the term’s report counts the class and names no card', () => report(desk, cards))
    await test.step('everybody sees the shelf, and no reader', () => visit(stranger, cards))
  },
)

async function issueCards(desk: Page): Promise<string[]> {
  await desk.goto('/corner/readers')
  await desk.getByText('添加班级').first().click()
  await desk.getByLabel('入学年份').fill(String(2001 + Math.floor(Math.random() * 18)))
  await desk.getByLabel('班号').fill(String(1 + Math.floor(Math.random() * 60)))
  await desk.getByRole('button', { name: '添加班级' }).click()
  await expect(desk.getByText('这个班还没有借阅卡')).toBeVisible()
  await desk.getByText('发放借阅卡').first().click()
  await desk.getByLabel('张数').fill(String(READERS))
  await desk.getByRole('button', { name: '发放借阅卡' }).click()
  await expect(desk.getByRole('checkbox')).toHaveCount(READERS)
  await expectToFit(desk)
  await expectAccessible(desk)
  const cards = await desk.locator('.card .mono').allInnerTexts()
  await desk.getByRole('button', { name: '全选未登记的卡' }).click()
  await desk.getByRole('button', { name: `登记 ${String(READERS)} 份同意书` }).click()
  await expect(desk.getByRole('checkbox')).toHaveCount(0)
  await desk.getByRole('link', { name: '打印卡片与同意书' }).click()
  await expect(desk.getByRole('heading', { name: '监护人同意书' })).toBeVisible()
  await expectAccessible(desk)
  return cards
}

/** By the scanner, which types and presses Enter, as fast as it goes; nobody waits for an answer. */
async function swap(desk: Page, cards: string[]): Promise<void> {
  await desk.goto('/corner')
  await expect(desk.getByLabel('扫描借阅卡')).toBeFocused()
  await expectToFit(desk)
  await expectAccessible(desk)
  const begin = Date.now()
  let book = 0
  for (const card of cards) {
    await scan(desk, '1')
    await scan(desk, card)
    for (let i = 0; i < BOOKS_EACH; i++) {
      await scan(desk, sampleIsbn(book + i))
    }
    await scan(desk, '2')
    for (let i = 0; i < BOOKS_EACH; i++) {
      await scan(desk, sampleIsbn(book + i))
    }
    book += BOOKS_EACH
  }
  await expect(total(desk, '换走')).toHaveText(String(READERS * BOOKS_EACH))
  await expect(total(desk, '换入')).toHaveText(String(READERS * BOOKS_EACH))
  const seconds = (Date.now() - begin) / 1000
  const perMinute = Math.round((READERS * BOOKS_EACH * 2 * 60) / seconds)
  test.info().annotations.push({ type: 'books a minute', description: String(perMinute) })
  // Four hundred books in a lunch break of forty minutes are ten a minute.
  expect(perMinute).toBeGreaterThan(100)
  await expect(desk.getByRole('region', { name: '当前读者' })).toContainText('积分0')
  await expectAccessible(desk)
}

async function bringUnknown(desk: Page): Promise<void> {
  await scan(desk, '1')
  await scan(desk, isbn(`97998${String(Date.now() % 10_000_000).padStart(7, '0')}`))
  await expect(desk.getByRole('heading', { name: '还没有这本书的资料' })).toBeVisible()
  await expectAccessible(desk)
  await desk.getByLabel('书名').fill('我们的校报合订本')
  await desk.getByLabel('作者').fill('全体师生')
  await desk.getByRole('button', { name: '录入并继续' }).click()
  await expect(desk.getByText('我们的校报合订本')).toBeVisible()
  await expect(total(desk, '换入')).toHaveText(String(READERS * BOOKS_EACH + 1))
}

async function takeBack(desk: Page): Promise<void> {
  await scan(desk, '0')
  await expect(desk.getByText('已撤销')).toBeVisible()
  await expect(total(desk, '换入')).toHaveText(String(READERS * BOOKS_EACH))
}

async function scanOffline(desk: Page): Promise<void> {
  await desk.context().setOffline(true)
  await scan(desk, sampleIsbn(80))
  await expect(desk.getByText('网络中断，扫描已保存在本机', { exact: false })).toBeVisible()
  await desk.context().setOffline(false)
  await expect(total(desk, '换入')).toHaveText(String(READERS * BOOKS_EACH + 1))
  await expect(desk.getByText('网络中断，扫描已保存在本机', { exact: false })).toBeHidden()
}

async function report(desk: Page, cards: string[]): Promise<void> {
  await desk.getByRole('link', { name: '学期与报表' }).click()
  const figures = desk.getByRole('group', { name: '学期报表' })
  await expect(figures.getByRole('rowheader', { name: '合计' })).toBeVisible()
  for (const card of cards) {
    await expect(figures).not.toContainText(card)
  }
  await expectToFit(desk)
  await expectAccessible(desk)
  await desk.getByRole('link', { name: '图书', exact: true }).click()
  await desk.getByRole('button', { name: '馆藏与标签' }).first().click()
  await expect(desk.getByRole('dialog').getByRole('img').first()).toBeVisible()
  await expectAccessible(desk)
}

async function visit(stranger: Page, cards: string[]): Promise<void> {
  await stranger.goto('/book-corners')
  await expectAccessible(stranger)
  await stranger.getByRole('link', { name: /育才小学/ }).click()
  await stranger.getByLabel('书名、作者或书号').fill('草房子')
  await stranger.keyboard.press('Enter')
  await expect(stranger.getByText('曹文轩').first()).toBeVisible()
  await expect(stranger.getByText(/在架 \d+ 本/).first()).toBeVisible()
  expect(cards.some((card) => stranger.url().includes(card))).toBe(false)
  for (const card of cards) {
    await expect(stranger.locator('body')).not.toContainText(card)
  }
  await expectToFit(stranger)
  await expectAccessible(stranger)
}

async function scan(desk: Page, code: string): Promise<void> {
  await desk.keyboard.type(code)
  await desk.keyboard.press('Enter')
}

function total(desk: Page, mode: string) {
  return desk.locator('.totals > div', { hasText: mode }).getByRole('definition')
}

/** The sample data's books have numbers of a group that no agency has been given. */
function sampleIsbn(n: number): string {
  return isbn(`9799${String(n).padStart(8, '0')}`)
}

function isbn(twelve: string): string {
  const sum = Array.from(twelve).reduce((all, digit, i) => all + Number(digit) * (i % 2 === 0 ? 1 : 3), 0)
  return twelve + String((10 - (sum % 10)) % 10)
}
