import { chromium } from '@playwright/test'
const [,, base, outPrefix, ...paths] = process.argv
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const [name, w, h] of [['phone', 390, 844], ['desk', 1440, 900]]) {
  const ctx = await browser.newContext({ viewport: { width: w, height: h }, locale: 'zh-CN', deviceScaleFactor: 1 })
  const page = await ctx.newPage()
  page.on('console', m => { if (m.type() === 'error') console.log(name, 'console:', m.text().slice(0, 200)) })
  page.on('pageerror', e => console.log(name, 'pageerror', e.message.slice(0, 200)))
  if (process.env.LOGIN) {
    await page.goto(base + '/sign-in'); await page.waitForTimeout(1500)
    await page.locator('input').nth(0).fill(process.env.LOGIN)
    await page.locator('input[type=password]').fill('xunshi-zhengzhou')
    await page.keyboard.press('Enter'); await page.waitForTimeout(3000)
  }
  for (const p of paths) {
    await page.goto(base + p)
    await page.waitForTimeout(3500)
    const n = p.replace(/[^a-z0-9]+/gi, '_') || 'home'
    await page.screenshot({ path: `/tmp/shots/${outPrefix}${n}-${name}.png`, fullPage: process.env.FULL === '1' })
  }
  await ctx.close()
}
await browser.close()
