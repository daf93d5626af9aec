// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { fakeServer } from '@/shared/testing/fakeServer'
import { mountInApp } from '@/shared/testing/mounting'
import { useOutgoing } from './useOutgoing'

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

function talking() {
  document.cookie = 'XSRF-TOKEN=token'
  const newest = ref(0)
  let outgoing: ReturnType<typeof useOutgoing> | undefined
  mountInApp(
    defineComponent({
      setup() {
        outgoing = useOutgoing(ref('c'), newest)
        return () => h('div')
      },
    }),
  )
  if (outgoing === undefined) {
    throw new Error('Nothing was set up')
  }
  return { ...outgoing, newest }
}

const LEADS_AWAY = {
  status: 422,
  body: { code: 'messaging.leads-away', title: '', detail: '', cautions: ['WECHAT'] },
}

describe('a message on its way', () => {
  it('is shown at once, and gone when it has come back', async () => {
    fakeServer(() => ({ status: 201, body: { sequence: 1, at: '', cautions: [] } }))
    const { say, outgoing, newest } = talking()
    say('还在吗')
    expect(outgoing.value.map(({ text, state }) => [text, state])).toEqual([['还在吗', 'sending']])
    await flushPromises()
    newest.value = 1
    expect(outgoing.value).toEqual([])
  })

  it('is sent again under the same key after a lost answer', async () => {
    let isThere = false
    const asked = fakeServer(() => (isThere ? { status: 201, body: { sequence: 1 } } : undefined))
    const { say, retry, outgoing, problem } = talking()
    say('还在吗')
    await vi.waitFor(() => expect(outgoing.value[0]?.state).toBe('failed'))
    expect(problem.value?.isPassing).toBe(true)
    isThere = true
    retry(outgoing.value[0]?.key ?? '')
    await flushPromises()
    const keys = asked.map(({ headers }) => headers.get('Idempotency-Key'))
    expect(new Set(keys).size).toBe(1)
    // Once by itself when the answer was lost, once by hand.
    expect(keys.length).toBe(3)
  })

  it('that leads away is sent only when it is insisted on, as another request', async () => {
    const asked = fakeServer(({ body }) =>
      (body as { confirmed: boolean }).confirmed ? { status: 201, body: { sequence: 1 } } : LEADS_AWAY,
    )
    const { say, confirm, warned, problem } = talking()
    say('加我微信')
    await flushPromises()
    expect(warned.value?.cautions).toEqual(['WECHAT'])
    expect(problem.value).toBeUndefined()
    confirm()
    await flushPromises()
    expect(warned.value).toBeUndefined()
    expect(asked.map(({ body }) => (body as { confirmed: boolean }).confirmed)).toEqual([false, true])
    expect(new Set(asked.map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(2)
  })

  it('can be taken back to be changed', async () => {
    fakeServer(() => LEADS_AWAY)
    const { say, discard, warned, outgoing } = talking()
    say('加我微信')
    await flushPromises()
    expect(discard(warned.value?.key)).toBe('加我微信')
    expect(outgoing.value).toEqual([])
  })
})
