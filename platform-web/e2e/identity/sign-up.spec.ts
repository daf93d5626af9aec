import { expect, expectAccessible, test } from '../fixtures'
import { messagesPage } from '../platform'

const PASSWORD = '一句好记的话 in two languages'

test(
  'somebody new signs up with a code, proves a name, and signs out',
  { tag: '@once' },
  async ({ page, context }, { project }) => {
    const contact = `e2e-${project.name}-${String(Date.now())}@example.org`

    await page.goto('/publish')
    await expect(page).toHaveURL(/\/sign-in\?next=\/publish/)
    await page.getByRole('link', { name: '注册' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('注册')
    await page.getByLabel('手机号或邮箱').fill(contact)
    await page.getByRole('button', { name: '发送验证码' }).click()
    await expect(page.getByText('验证码已发送')).toBeVisible()

    const messages = await context.newPage()
    await messages.goto(messagesPage(contact))
    const code = await messages.locator('.code').first().innerText()
    await messages.close()

    await page.getByLabel('验证码', { exact: true }).fill(code)
    await page.getByLabel('昵称').fill('新来的邻居')
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await expectAccessible(page)
    await page.getByRole('main').getByRole('button', { name: '注册' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('发布闲置')

    await page.goto('/account')
    await page.getByLabel('真实姓名').fill('王小明')
    await page.getByLabel('身份证号').fill('410105199001010011')
    await expectAccessible(page)
    await page.getByRole('button', { name: '开始认证' }).click()
    await expect(page.getByText('已通过实名认证')).toBeVisible()
    await page.getByRole('button', { name: '退出登录', exact: true }).click()
    await expect(page).toHaveURL(/\/$/)
  },
)

test('a wrong password is refused in the reader’s language', { tag: '@once' }, async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('手机号或邮箱').fill('nobody@example.org')
  await page.getByLabel('密码', { exact: true }).fill('wrong password')
  await page.getByRole('main').getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText(/[A-Z][a-z]+/)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
})
