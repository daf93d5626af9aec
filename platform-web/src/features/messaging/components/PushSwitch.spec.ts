// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { locale } from '@/shared/i18n/locale'
import { useSession } from '@/shared/session/session'
import { fakeServer } from '@/shared/testing/fakeServer'
import { mountInApp } from '@/shared/testing/mounting'
import PushSwitch from './PushSwitch.vue'

const LIN = {
  id: '01a20858-b910-7000-9b58-accdc8a976f0',
  displayName: '小林',
  maskedContact: 'l***@xunshi.example',
  roles: ['RESIDENT' as const],
  realNameVerified: false,
  createdAt: '2026-11-24T00:00:00Z',
}

afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
  document.body.replaceChildren()
})

/** A browser that can, where the reader answers its question so; and a server that believes what it is told. */
function browser(answer: NotificationPermission) {
  document.cookie = 'XSRF-TOKEN=token'
  locale.value = 'zh-CN'
  const unsubscribe = vi.fn()
  const subscription = {
    toJSON: () => ({ endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } }),
    unsubscribe,
  }
  const subscribe = vi.fn(() => Promise.resolve(subscription))
  const question = vi.fn(() => {
    permission.permission = answer
    return Promise.resolve(answer)
  })
  const permission = { permission: 'default', requestPermission: question }
  vi.stubGlobal('Notification', permission)
  vi.stubGlobal('PushManager', vi.fn())
  vi.stubGlobal('navigator', {
    userAgent: '',
    languages: ['zh-CN'],
    onLine: true,
    serviceWorker: {
      getRegistration: () =>
        Promise.resolve({ pushManager: { subscribe, getSubscription: () => Promise.resolve(subscription) } }),
    },
  })
  let on = false
  const asked = fakeServer(({ method }) => {
    on = method === 'PUT' || (on && method !== 'DELETE')
    return method === 'GET' ? { body: { publicKey: 'BKey', on } } : { status: 204 }
  })
  return { asked, question, subscribe, unsubscribe }
}

async function shown() {
  const { wrapper } = mountInApp(PushSwitch)
  useSession().begin(LIN)
  await flushPromises()
  return wrapper
}

describe('notifications on this device', () => {
  it('are asked for after a click and not before', async () => {
    const { asked, question, subscribe } = browser('granted')
    const wrapper = await shown()
    expect(question).not.toHaveBeenCalled()
    await wrapper.get('button').trigger('click')
    await flushPromises()
    expect(subscribe).toHaveBeenCalledWith({ userVisibleOnly: true, applicationServerKey: 'BKey' })
    expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({
      endpoint: 'https://push.example/1',
      keys: { p256dh: 'p', auth: 'a' },
      language: 'zh-CN',
    })
    expect(wrapper.get('[role="status"]').text()).toBe('本设备会收到通知')
  })

  it('are ended here and at the server', async () => {
    const { asked, unsubscribe } = browser('granted')
    const wrapper = await shown()
    await wrapper.get('button').trigger('click')
    await flushPromises()
    await wrapper.get('button').trigger('click')
    await flushPromises()
    expect(asked.map(({ method }) => method)).toContain('DELETE')
    expect(unsubscribe).toHaveBeenCalledOnce()
    expect(wrapper.find('[role="status"]').exists()).toBe(false)
  })

  it('are explained to who said no, since no page may ask again', async () => {
    const { asked } = browser('denied')
    const wrapper = await shown()
    await wrapper.get('button').trigger('click')
    await flushPromises()
    expect(asked.some(({ method }) => method === 'PUT')).toBe(false)
    expect(wrapper.find('button').exists()).toBe(false)
    expect(wrapper.text()).toContain('浏览器已禁止循市发送通知')
  })

  it('need a place on the home screen of an iPhone', async () => {
    vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (iPhone)', languages: ['zh-CN'] })
    fakeServer(() => ({ body: { publicKey: 'BKey', on: false } }))
    expect((await shown()).text()).toContain('添加到主屏幕')
  })

  it('are not spoken of where the operator has no keys', async () => {
    browser('granted')
    fakeServer(() => ({ body: { publicKey: null, on: false } }))
    expect((await shown()).text()).toBe('')
  })
})
