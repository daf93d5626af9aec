import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeLive, isLive, onLive, openLive, type LiveEvent } from './live'

class FakeSource extends EventTarget {
  static readonly CLOSED = 2
  static opened: FakeSource[] = []
  readyState = 0
  isClosed = false

  constructor(readonly url: string) {
    super()
    FakeSource.opened.push(this)
  }

  close() {
    this.isClosed = true
  }

  says(event: string, data: object) {
    this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }))
  }

  fails(readyState: number) {
    this.readyState = readyState
    this.dispatchEvent(new Event('error'))
  }
}

let heard: LiveEvent[]
let stop: () => void

function line(): FakeSource {
  const last = FakeSource.opened.at(-1)
  if (last === undefined) {
    throw new Error('No line was opened')
  }
  return last
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', FakeSource)
  FakeSource.opened = []
  heard = []
  stop = onLive((event) => heard.push(event))
  openLive()
})

afterEach(() => {
  stop()
  closeLive()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the line to the server', () => {
  it('is one for all who listen', () => {
    openLive()
    expect(FakeSource.opened.map(({ url }) => url)).toEqual(['/api/v1/my/events'])
  })

  it('tells what is new', () => {
    line().says('message', { conversationId: 'c', sequence: '7' })
    line().says('notification', {})
    expect(heard).toEqual([{ kind: 'message', conversationId: 'c', sequence: '7' }, { kind: 'notification' }])
  })

  it('has everything loaded anew where it begins, and nothing where it goes on', () => {
    line().says('ready', { resumed: 'false' })
    expect(heard).toEqual([{ kind: 'resync' }])
    line().says('ready', { resumed: 'true' })
    expect(heard).toHaveLength(1)
  })

  it('is not taken to be open while it is broken', () => {
    line().says('ready', { resumed: 'true' })
    expect(isLive.value).toBe(true)
    line().fails(0)
    expect(isLive.value).toBe(false)
    expect(FakeSource.opened).toHaveLength(1)
  })

  it('is opened anew where the browser gave up', () => {
    line().fails(FakeSource.CLOSED)
    expect(line().isClosed).toBe(true)
    vi.advanceTimersByTime(15_000)
    expect(FakeSource.opened).toHaveLength(2)
  })
})
