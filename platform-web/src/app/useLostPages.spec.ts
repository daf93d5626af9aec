// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { mountInApp } from '@/shared/testing/mounting'
import { useToasts } from '@/shared/ui/toasts'
import { useLostPages } from './useLostPages'

afterEach(() => {
  sessionStorage.clear()
  vi.restoreAllMocks()
})

function appWithALostPage() {
  const reload = vi.fn()
  const { router } = mountInApp(
    defineComponent({
      setup: () => {
        useLostPages(reload)
      },
      template: '<div />',
    }),
  )
  router.addRoute({
    name: 'lost',
    path: '/lost',
    component: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
    meta: { title: '' },
  })
  const go = async () => {
    await router.push('/lost').catch(() => undefined)
    await flushPromises()
  }
  return { reload, go, router }
}

describe('a page whose code does not come', () => {
  it('is asked for anew, once: a release may have replaced it', async () => {
    const { reload, go } = appWithALostPage()
    await go()
    await go()
    expect(reload.mock.calls).toEqual([['/lost']])
    expect(useToasts().shown).toHaveLength(1)
  })

  it('may be reloaded again after another page has come', async () => {
    const { reload, go, router } = appWithALostPage()
    await go()
    await router.push('/search')
    await go()
    expect(reload).toHaveBeenCalledTimes(2)
  })

  it('is not reloaded without a connection, which would lose the page that is there', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    const { reload, go } = appWithALostPage()
    await go()
    expect(reload).not.toHaveBeenCalled()
    expect(useToasts().shown.map(({ text }) => text)).toEqual(['页面没有加载成功，请检查网络后重试。'])
  })
})
