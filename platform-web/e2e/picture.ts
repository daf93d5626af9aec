import type { Page } from '@playwright/test'

/** A JPEG with something on it that no other has, drawn by the browser: large enough to be taken as a photo. */
export async function drawnPhoto(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 1200
    canvas.height = 900
    const context = canvas.getContext('2d')
    if (context === null) {
      throw new Error('This browser cannot draw')
    }
    for (let i = 0; i < 40; i++) {
      context.fillStyle = `hsl(${String(i * 9)} 45% ${String(20 + Math.random() * 70)}%)`
      context.fillRect((i % 8) * 150, Math.floor(i / 8) * 180, 150, 180)
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? ''
  })
  return Buffer.from(base64, 'base64')
}
