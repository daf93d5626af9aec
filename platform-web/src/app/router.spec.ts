// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Role } from '@/shared/session/session'
import { fakeServer } from '@/shared/testing/fakeServer'
import { createAppRouter } from './router'

beforeEach(() => setActivePinia(createPinia()))

afterEach(() => vi.unstubAllGlobals())

async function opened(path: string, role: Role) {
  fakeServer(() => ({ body: { account: { id: 'account', displayName: '赵', roles: [role] } } }))
  const router = createAppRouter()
  await router.push(path)
  return router.currentRoute.value.name
}

it.each([
  ['/oversight/looks', 'REGULATOR', 'looks'],
  ['/oversight/looks', 'ADMINISTRATOR', 'looks'],
  ['/oversight/looks', 'RESIDENT', 'not-found'],
  ['/oversight/questions', 'ADMINISTRATOR', 'not-found'],
] as const)('%s shows a %s the page %s', async (path, role, page) => {
  expect(await opened(path, role)).toBe(page)
})
