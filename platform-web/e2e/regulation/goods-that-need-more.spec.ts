import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { drawnPhoto } from '../picture'
import { demoAccount } from '../platform'

test(
  'a student sells a phone with a wipe record that a point has verified',
  { tag: '@once' },
  async ({ browser }, { project }) => {
    const title = `华为 Mate 40 Pro ${project.name}-${String(Date.now())}`
    const seller = await signedIn(browser, demoAccount('RESIDENT', 0))
    const point = await signedIn(browser, demoAccount('POINT_OPERATOR'))
    const serial = `SN${String(Date.now()).slice(-8)}`

    await test.step('the form asks for the device’s number and how it was wiped', async () => {
      await write(seller, title)
      await seller.getByRole('button', { name: '手机与穿戴', exact: true }).click()
      await seller.getByRole('button', { name: '手机', exact: true }).click()
      await seller.getByLabel('品牌').fill('华为')
      await seller.getByLabel('型号').fill('Mate 40 Pro')
      await seller.getByLabel('存储容量').selectOption('256')
      await seller.getByLabel('IMEI').fill('356938035643808')
      await expect(seller.getByText('校验位不符，请逐位核对。')).toBeVisible()
      await seller.getByLabel('IMEI').fill('')
      await seller.getByLabel('序列号').fill(serial)
      await seller.getByRole('button', { name: '保存号码' }).click()
      await expect(seller.getByText(serial.slice(-4))).toBeVisible()
      await seller.getByLabel('清除工具或功能').fill('设置 · 还原所有设置')
      await seller.getByLabel('我同意永久清除其中的数据').check()
      await seller.getByRole('button', { name: '保存清除记录' }).click()
      await expect(seller.getByText('到任一寄售点出示此编号和设备')).toBeVisible()
      await expectAccessible(seller)
      await expectToFit(seller)
    })
    await test.step('its grade comes out of a tap for each question, and never above them', async () => {
      await answer(seller, '用过吗？', '用过')
      await answer(seller, '屏幕有划痕吗？', '明显划痕')
      await expect(seller.getByRole('radio', { name: /成色良好/ })).toBeDisabled()
      await answer(seller, '屏幕有划痕吗？', '细划痕，亮屏看不见')
      await answer(seller, '边框和背面？', '轻微磨损')
      await answer(seller, '电池健康？', '85%–94%')
      await answer(seller, /按键、相机/, '全部正常')
      await answer(seller, '拆修过吗？', '没有')
      await answer(seller, '盒子和配件？', '没有盒子或缺配件')
      await expect(seller.getByText('按您的回答，成色最高为')).toBeVisible()
      await expectAccessible(seller)
      await expectToFit(seller)
    })
    await test.step('a photo that is missing is named', async () => {
      await publish(seller)
      await expect(seller.getByText('请添加这张照片，并标明拍的是什么。')).toHaveCount(2)
      await seller.getByLabel('第 1 张拍的是').selectOption({ label: '正面，亮屏' })
      await seller
        .getByLabel('背面', { exact: true })
        .setInputFiles({ name: 'back.jpg', mimeType: 'image/jpeg', buffer: await drawnPhoto(seller) })
      await expect(seller.getByRole('img', { name: '第 2 张照片' })).toBeVisible()
    })
    const code = await seller.getByText(/^W[0-9A-Z]{3}-/).innerText()
    await test.step('a point looks at it', async () => {
      await point.goto('/wipe-desk')
      await point.getByLabel('清除记录编号').fill(code)
      await point.getByRole('main').getByRole('button', { name: '搜索' }).click()
      await point.getByLabel('设备上号码的末四位').fill(serial.slice(-4))
      await expectAccessible(point)
      await point.getByRole('button', { name: '读不出数据，通过' }).click()
      await expect(point.getByText('数据清除已核验')).toBeVisible()
    })
    await test.step('everybody sees it, and only the end of the number', async () => {
      await publish(seller)
      await expect(seller).toHaveURL(/\/listings\//)
      await expect(seller.getByText('数据清除已核验')).toBeVisible()
      await expect(seller.getByRole('heading', { name: '卖家的说明' })).toBeVisible()
      await expect(seller.getByText('细划痕，亮屏看不见')).toBeVisible()
      await expect(seller.getByText(serial)).toHaveCount(0)
      await expectAccessible(seller)
      await expectToFit(seller)
    })
  },
)

test('an old refrigerator says its age and how it is fetched', { tag: '@once' }, async ({ browser }) => {
  const seller = await signedIn(browser, demoAccount('RESIDENT', 0))
  await write(seller, '海尔 双门冰箱')
  await seller.getByRole('button', { name: '家用电器', exact: true }).click()
  await seller.getByRole('button', { name: '冰箱', exact: true }).click()
  await seller.getByLabel('品牌').fill('海尔')
  await seller.getByLabel('出厂年份（见铭牌）').fill('2013')
  await expect(seller.getByRole('heading', { name: '搬运须知' })).toBeVisible()
  await seller.getByLabel(/^取货楼层/).fill('6')
  await seller.getByLabel(/^有电梯/).selectOption({ label: '否' })
  await expectAccessible(seller)
  await expectToFit(seller)
  await publish(seller)

  await test.step('on its page', async () => {
    await expect(seller).toHaveURL(/\/listings\//)
    await expect(seller.getByText(/已超过安全使用年限 \d+ 年/)).toBeVisible()
    await expect(seller.getByRole('heading', { name: '搬运须知' })).toBeVisible()
    await expectAccessible(seller)
    await expectToFit(seller)
  })
  await test.step('and on its card', async () => {
    await seller.getByRole('link', { name: demoAccount('RESIDENT', 0).displayName }).click()
    await expect(seller.getByText('已超安全年限').first()).toBeVisible()
    await expectToFit(seller)
  })
})

test('a forbidden thing is refused with the rule named', { tag: '@once' }, async ({ browser }) => {
  const seller = await signedIn(browser, demoAccount('RESIDENT', 0))
  await write(seller, '中华香 烟 一条')
  await seller.getByRole('button', { name: '其他', exact: true }).click()
  await seller.getByRole('button', { name: '杂物' }).click()

  await test.step('before it is published', async () => {
    await expect(seller.getByRole('heading', { name: '按规则不能发布' })).toBeVisible()
    await expect(seller.getByText('烟草与电子烟').first()).toBeVisible()
    await expectAccessible(seller)
  })
  await test.step('and when it is', async () => {
    await publish(seller)
    const refusal = seller.getByRole('alert').filter({ hasText: '交易规则不允许' })
    await expect(refusal.getByText(/烟草专卖法/)).toBeVisible()
  })
  await test.step('the rules are there for everybody', async () => {
    await seller.getByRole('link', { name: '查看全部交易规则' }).click()
    await expect(seller.getByRole('heading', { name: '即将生效' })).toBeVisible()
    await expectAccessible(seller)
    await expectToFit(seller)
  })
})

test('a moderator decides with the keyboard alone', { tag: '@desk' }, async ({ browser }, { project }) => {
  const stamp = `${project.name}-${String(Date.now())}`
  const seller = await signedIn(browser, demoAccount('RESIDENT', 0))
  const moderator = await signedIn(browser, demoAccount('MODERATOR'))
  for (const n of [1, 2]) {
    await write(seller, `莆田鞋 ${stamp}-${String(n)}`)
    await seller.getByRole('button', { name: '服装鞋包', exact: true }).click()
    await seller.getByRole('button', { name: '鞋', exact: true }).click()
    await seller.getByLabel('尺码').fill('42')
    await publish(seller)
    await expect(seller.getByText('审核中，通过后所有人可见')).toBeVisible()
  }
  const approved = seller.url()

  await moderator.goto('/moderation')
  const queue = moderator.getByRole('navigation', { name: '待审核' })
  await expect(queue.getByText(`莆田鞋 ${stamp}-1`)).toBeVisible()
  await expectAccessible(moderator)
  await expectToFit(moderator)
  await stepTo(moderator, `莆田鞋 ${stamp}-1`)
  await moderator.keyboard.press('r')
  const refusal = moderator.getByRole('dialog')
  await refusal.getByLabel('原因').selectOption('COUNTERFEIT')
  await refusal.getByLabel('给卖家的话（选填）').fill('鞋标不对')
  await moderator.keyboard.press('Enter')
  await expect(queue.getByText(`莆田鞋 ${stamp}-1`)).toHaveCount(0)
  // The desk takes the next key once the last decision stands.
  await expect(moderator.getByRole('dialog')).toHaveCount(0)
  await stepTo(moderator, `莆田鞋 ${stamp}-2`)
  await moderator.keyboard.press('a')
  await expect(queue.getByText(`莆田鞋 ${stamp}-2`)).toHaveCount(0)
  await expect(moderator.getByRole('cell', { name: /%$/ }).first()).toBeVisible()

  await seller.goto(approved)
  await expect(seller.getByText('在售', { exact: true })).toBeVisible()
  await seller.goto('/notifications')
  await expect(seller.getByText(`“莆田鞋 ${stamp}-1”未通过审核：疑似假冒品牌`)).toBeVisible()
  await seller.getByText(`“莆田鞋 ${stamp}-1”未通过审核：疑似假冒品牌`).click()
  await expect(seller.getByText('鞋标不对')).toBeVisible()
  await expect(seller.getByRole('button', { name: '申诉' })).toBeVisible()
  await expectAccessible(seller)
})

/** All but the kind of thing and its questions. */
async function write(seller: Page, title: string): Promise<void> {
  await seller.goto('/publish')
  await seller
    .getByLabel('添加照片')
    .setInputFiles({ name: 'thing.jpg', mimeType: 'image/jpeg', buffer: await drawnPhoto(seller) })
  await seller.getByLabel('标题').fill(title)
  await seller.getByRole('radio', { name: /成色良好/ }).check()
  await seller.getByLabel('价格').fill('280')
  await seller.getByLabel('区域').selectOption({ label: '金水区' })
  await expect(seller.getByRole('img', { name: '第 1 张照片' })).toBeVisible()
}

async function answer(seller: Page, question: string | RegExp, choice: string): Promise<void> {
  await seller.getByRole('group', { name: question }).getByRole('radio', { name: choice }).check()
}

async function publish(seller: Page): Promise<void> {
  await expect(seller.getByText('草稿已保存')).toBeVisible()
  await seller.getByRole('main').getByRole('button', { name: '发布', exact: true }).click()
}

/** By keys alone; what others left in the queue may stand before it. */
async function stepTo(moderator: Page, title: string): Promise<void> {
  const shown = moderator.getByRole('article').getByRole('heading', { name: title })
  await expect(async () => {
    if ((await shown.count()) === 0) {
      await moderator.keyboard.press('j')
    }
    await expect(shown).toBeVisible({ timeout: 300 })
  }).toPass()
}
