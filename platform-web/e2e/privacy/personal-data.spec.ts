import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, test } from '../fixtures'
import { messagesPage } from '../platform'

const PASSWORD = '一句好记的话 in two languages'

test(
  'somebody reads what is kept, loads a copy of it, and thinks twice about leaving',
  { tag: '@once' },
  async ({ page }, { project }) => {
    await signUp(page, `privacy-${project.name}-${String(Date.now())}@example.org`)

    await page.goto('/account')
    await page.getByRole('link', { name: /个人信息/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('个人信息')
    await page.getByText('账号', { exact: true }).click()
    await expect(page.getByRole('main').getByText('想看看的邻居')).toBeVisible()
    await expect(page.getByText('•••').first()).toBeVisible()
    await expectAccessible(page)
    await expectToFit(page)

    await page.getByRole('button', { name: '整理新的副本' }).click()
    await confirm(page, '整理新的副本')
    await expect(page.getByText(/^已备好/)).toBeVisible({ timeout: 30_000 })
    await page.getByRole('button', { name: '下载', exact: true }).click()
    const loaded = page.waitForEvent('download')
    await confirm(page, '下载')
    expect((await loaded).suggestedFilename()).toBe('xunshi-personal-data.zip')

    await page.getByRole('button', { name: '注销账号' }).click()
    await confirm(page, '注销账号')
    await expect(page.getByText(/账号将在 .* 之后注销/)).toBeVisible()
    await page.getByRole('button', { name: '撤销注销，留下来' }).click()
    await expect(page.getByRole('button', { name: '注销账号' })).toBeVisible()
  },
)

async function confirm(page: Page, action: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('登录密码').fill(PASSWORD)
  await dialog.getByRole('button', { name: action }).click()
  await expect(dialog).toBeHidden()
}

async function signUp(page: Page, contact: string): Promise<void> {
  await page.goto('/sign-up')
  await page.getByLabel('手机号或邮箱').fill(contact)
  await page.getByRole('button', { name: '发送验证码' }).click()
  await expect(page.getByText('验证码已发送')).toBeVisible()
  const messages = await page.context().newPage()
  await messages.goto(messagesPage(contact))
  const code = await messages.locator('.code').first().innerText()
  await messages.close()
  await page.getByLabel('验证码', { exact: true }).fill(code)
  await page.getByLabel('昵称').fill('想看看的邻居')
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByRole('main').getByRole('button', { name: '注册' }).click()
  await expect(page).not.toHaveURL(/sign-up/)
}
