import { VueQueryPlugin } from '@tanstack/vue-query'
import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { createQueryClient } from '@/shared/api/queries'
import { i18n } from '@/shared/i18n'
import zhCN from '@/shared/i18n/zh-CN.json'

/** A component among what the application gives it, in Chinese, with pages that show nothing. */
export function mountInApp(
  component: Component,
  options: Record<string, unknown> = {},
): { wrapper: VueWrapper; router: Router } {
  i18n.global.setLocaleMessage('zh-CN', zhCN)
  i18n.global.locale.value = 'zh-CN'
  const nothing = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['home', 'search', 'listing', 'sign-in', 'order', 'problems'].map((name) => ({
      name,
      path: name === 'home' ? '/' : `/${name}/:id?`,
      component: nothing,
      meta: { title: '' },
    })),
  })
  const wrapper = mount(component, {
    attachTo: document.body,
    global: {
      plugins: [createPinia(), i18n, router, [VueQueryPlugin, { queryClient: createQueryClient() }]],
    },
    ...options,
  })
  return { wrapper, router }
}
