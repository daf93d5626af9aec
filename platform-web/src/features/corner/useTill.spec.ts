// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { fakeServer } from '@/shared/testing/fakeServer'
import { waitingScans } from './keptScans'
import { useTill } from './useTill'

const CARD = 'K7K39QWTA2F8M'

beforeEach(() => {
  localStorage.clear()
  document.cookie = 'XSRF-TOKEN=token'
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A till on a page; the page is left with `leave`. */
function openTill() {
  let till: ReturnType<typeof useTill> | undefined
  const page = mount(
    defineComponent({
      setup() {
        till = useTill('somebody')
        return () => null
      },
    }),
  )
  if (till === undefined) {
    throw new Error('A mounted page has a till')
  }
  return { till, leave: () => page.unmount() }
}

function scanned(path: string) {
  return {
    id: path.split('/').at(-1),
    undone: false,
    reader: { cardCode: 'K7K3-9QWT-A2F8-M', credits: 3, booksOut: 0 },
  }
}

describe('the till', () => {
  it('sends scans in their order, each under a name of its own', async () => {
    const asked = fakeServer(({ method, path }) =>
      method === 'GET'
        ? { body: { code: 'K7K3-9QWT-A2F8-M', credits: 1, booksOut: 0 } }
        : { body: scanned(path) },
    )
    const { till, leave } = openTill()
    till.enter(CARD)
    till.enter('9780306406157')
    till.enter('2')
    till.enter('9783161484100')
    await flushPromises()

    const sent = asked.filter(({ method }) => method === 'PUT')
    expect(sent.map(({ body }) => body)).toMatchObject([
      { kind: 'GIVE', book: '9780306406157', card: CARD },
      { kind: 'TAKE', book: '9783161484100' },
    ])
    expect(new Set(sent.map(({ path }) => path)).size).toBe(2)
    expect(till.totals.value).toMatchObject({ GIVE: 1, TAKE: 1 })
    expect(till.reader.value?.credits).toBe(3)
    leave()
  })

  it('keeps what is not answered, beyond the page, and sends it again under the same name', async () => {
    const first = fakeServer(() => undefined)
    const before = openTill()
    before.till.enter('9780306406157')
    await flushPromises()
    expect(before.till.isOffline.value).toBe(true)
    before.leave()
    expect(waitingScans('somebody')).toHaveLength(1)
    expect(waitingScans('somebody else')).toHaveLength(0)

    const second = fakeServer(({ path }) => ({ body: scanned(path) }))
    const after = openTill()
    await flushPromises()

    expect(second.filter(({ method }) => method === 'PUT').map(({ path }) => path)).toEqual(
      first.filter(({ method }) => method === 'PUT').map(({ path }) => path),
    )
    expect(after.till.totals.value.GIVE).toBe(1)
    expect(waitingScans('somebody')).toHaveLength(0)
    after.leave()
  })

  it('does not send a refused scan again, and says why', async () => {
    const asked = fakeServer(() => ({
      status: 409,
      body: { code: 'corner.too-few-credits', title: '积分不足', detail: '' },
    }))
    const { till, leave } = openTill()
    till.enter('2')
    till.enter('9780306406157')
    await flushPromises()

    expect(till.lines[0]).toMatchObject({ state: 'refused', problem: { code: 'corner.too-few-credits' } })
    expect(till.signal.value).toBe('bad')
    expect(asked.filter(({ method }) => method === 'PUT')).toHaveLength(1)
    expect(waitingScans('somebody')).toHaveLength(0)
    leave()
  })

  it('takes the last one back', async () => {
    const asked = fakeServer(({ method, path }) => ({
      body: { ...scanned(path), undone: method === 'DELETE' },
    }))
    const { till, leave } = openTill()
    till.enter('9780306406157')
    till.enter('0')
    await flushPromises()

    expect(asked.at(-1)?.method).toBe('DELETE')
    expect(till.lines[0]?.state).toBe('taken-back')
    expect(till.totals.value.GIVE).toBe(0)
    leave()
  })
})
