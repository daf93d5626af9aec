// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from './client'
import { keptAt } from './kept'

describe('answers that the browser had kept', () => {
  beforeEach(async () => {
    await answered({})
  })

  it('are as old as the oldest of them', async () => {
    await answered({ 'Xunshi-Kept-At': '2026-11-26T08:00:00.000Z' })
    await answered({ 'Xunshi-Kept-At': '2026-11-26T07:00:00.000Z' })
    await answered({ 'Xunshi-Kept-At': '2026-11-26T09:00:00.000Z' })

    expect(keptAt.value).toBe('2026-11-26T07:00:00.000Z')
  })

  it('are forgotten with the first that the server gives itself', async () => {
    await answered({ 'Xunshi-Kept-At': '2026-11-26T08:00:00.000Z' })
    await answered({})

    expect(keptAt.value).toBeNull()
  })
})

async function answered(headers: Record<string, string>): Promise<void> {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json([], { headers })))
  await api.GET('/api/v1/categories')
  vi.unstubAllGlobals()
}
