import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openRoomLine, SILENCE_MS, type RoomNews } from './roomLine'

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

  says(event: string, data: string) {
    this.dispatchEvent(new MessageEvent(event, { data }))
  }

  fails(readyState: number) {
    this.readyState = readyState
    this.dispatchEvent(new Event('error'))
  }
}

const TICK = JSON.stringify({ serverTime: '2026-11-27T04:00:00Z', auction: null, bid: null })

let heard: RoomNews[]
let live: boolean[]
let close: () => void

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
  live = []
  close = openRoomLine(
    'one',
    (news) => heard.push(news),
    (is) => live.push(is),
  )
})

afterEach(() => {
  close()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the line to a room', () => {
  it('is live once something is heard', () => {
    expect(line().url).toBe('/api/v1/auctions/one/events')
    line().says('clock', TICK)
    expect(heard).toHaveLength(1)
    expect(live).toEqual([true])
  })

  it('is left to the browser while that connects again by itself', () => {
    line().fails(0)
    expect(live).toEqual([false])
    vi.advanceTimersByTime(SILENCE_MS - 1)
    expect(FakeSource.opened).toHaveLength(1)
  })

  it('is opened again where the browser gave up', () => {
    line().fails(FakeSource.CLOSED)
    vi.advanceTimersByTime(SILENCE_MS - 1)
    expect(FakeSource.opened).toHaveLength(2)
  })

  it('is opened again where nothing is heard any more', () => {
    line().says('clock', TICK)
    const silent = line()
    vi.advanceTimersByTime(SILENCE_MS)
    expect(silent.isClosed).toBe(true)
    expect(FakeSource.opened).toHaveLength(2)
    expect(live).toEqual([true, false])
  })

  it('says nothing of what cannot be read', () => {
    line().says('clock', 'half a sen')
    expect(heard).toEqual([])
  })
})
