import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { demoAccount } from '../platform'

const RECYCLER = 0

test(
  'an owner connects a program and a system, and sees what went out',
  { tag: '@once' },
  async ({ browser, request, baseURL }) => {
    const name = `ERP ${String(Date.now())}`
    const account = demoAccount('ORGANISATION_MEMBER', RECYCLER)
    const owner = await signedIn(browser, account)
    const receiver = await Receiver.started()

    await test.step('the way to it is on the page of the organisation', async () => {
      await owner.goto('/organisations')
      await owner.getByRole('main').getByRole('listitem').getByRole('link').first().click()
      await owner.getByRole('link', { name: '打开系统对接' }).click()
      await expect(owner.getByRole('heading', { level: 1, name: '系统对接' })).toBeVisible()
      await fits(owner)
    })
    await test.step('a program gets a secret, once, and a token for it', async () => {
      await owner.getByRole('textbox', { name: '名称' }).fill(name)
      await owner.getByRole('textbox', { name: '您的密码' }).fill(account.password)
      await owner.getByRole('button', { name: '新建', exact: true }).click()
      const secret = await owner.getByText(/^xunshi_secret_/).textContent()
      await fits(owner)
      await owner.getByRole('button', { name: '我已保存' }).click()
      await expect(owner.getByText(/^xunshi_secret_/)).toHaveCount(0)
      const id = await card(owner, name).locator('.mono').textContent()
      const answer = await request.post(`${baseURL ?? ''}/oauth2/token`, {
        form: { grant_type: 'client_credentials', client_id: id ?? '', client_secret: secret ?? '' },
      })
      expect(answer.status()).toBe(200)
      await owner.reload()
      await expect(card(owner, name).getByText('从未')).toHaveCount(0)
    })
    await test.step('its secret is renewed, and it is revoked', async () => {
      await card(owner, name).getByRole('button', { name: '更换密钥' }).click()
      const sheet = owner.getByRole('dialog')
      await sheet.getByRole('textbox', { name: '您的密码' }).fill(account.password)
      await fits(owner)
      await sheet.getByRole('button', { name: '更换密钥' }).click()
      await expect(card(owner, name).getByText(/有效至/)).toBeVisible()
      await card(owner, name).getByRole('button', { name: '停用' }).click()
      await owner.getByRole('dialog').getByRole('button', { name: '停用' }).click()
      await expect(card(owner, name).getByText('已停用')).toBeVisible()
    })
    await test.step('a system is told, and the log says what it answered', async () => {
      await owner.getByRole('button', { name: '添加接收地址' }).click()
      await owner.getByLabel('地址', { exact: true }).fill('https://10.0.0.1/hooks')
      await owner.getByLabel('合同待签').check()
      await owner.getByLabel('合同已签').check()
      await fits(owner)
      await owner.getByRole('button', { name: '添加接收地址' }).click()
      await expect(owner.getByRole('alert')).toBeVisible()
      await owner.getByLabel('地址', { exact: true }).fill(receiver.url)
      await owner.getByRole('button', { name: '添加接收地址' }).click()
      await expect(owner.getByText(/^whsec_/)).toBeVisible()
      await owner.getByRole('button', { name: '我已保存' }).click()
      const endpoint = card(owner, receiver.url)
      await endpoint.getByRole('button', { name: '发送测试事件' }).click()
      await expect(endpoint.getByRole('button', { name: /测试事件.*已送达/ })).toBeVisible()
      await expect.poll(() => receiver.bodies.length).toBe(1)
      await fits(owner)
      await endpoint.getByRole('button', { name: /测试事件.*已送达/ }).click()
      const sheet = owner.getByRole('dialog')
      await expect(sheet.getByText('io.xunshi.test')).toBeVisible()
      await fits(owner)
      await sheet.getByRole('button', { name: '重新发送' }).click()
      await expect.poll(() => receiver.bodies.length).toBe(2)
      await owner.keyboard.press('Escape')
      await endpoint.getByRole('button', { name: '暂停' }).click()
      await expect(endpoint.getByText('已暂停')).toBeVisible()
      await endpoint.getByRole('button', { name: '删除' }).click()
      await owner.getByRole('dialog').getByRole('button', { name: '删除' }).click()
      await expect(endpoint).toHaveCount(0)
    })
    receiver.close()
  },
)

function card(page: Page, text: string) {
  return page.getByRole('article').filter({ hasText: text })
}

async function fits(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectToFit(page)
}

/** The organisation's own system; takes everything. */
class Receiver {
  readonly bodies: string[] = []

  private constructor(private readonly server: Server) {}

  static async started(): Promise<Receiver> {
    const server = createServer()
    const receiver = new Receiver(server)
    server.on('request', (call, answer) => {
      let body = ''
      call.on('data', (part: Buffer) => (body += part.toString()))
      call.on('end', () => {
        receiver.bodies.push(body)
        answer.writeHead(204).end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return receiver
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/hooks`
  }

  close(): void {
    this.server.close()
  }
}
