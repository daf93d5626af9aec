import type { Auction, Bid } from './queries'

/** What a room is told; the server's time comes with everything. */
export interface RoomNews {
  serverTime: string
  auction: Auction | null
  bid: Bid | null
}

const NAMES = ['ready', 'bid', 'state', 'clock'] as const

/** A browser gives up after a refusal; then it is tried again this much later. */
const TRY_AGAIN_MS = 5_000

/** The server speaks every ten seconds. Who hears nothing for so long sits on a line that is dead without knowing it. */
export const SILENCE_MS = 25_000

/**
 * The line to a room until it is closed. One that breaks is opened again: by the browser, which says what it heard last,
 * or by us, where it gave up or nothing comes any more.
 */
export function openRoomLine(
  id: string,
  hears: (news: RoomNews) => void,
  isLive: (live: boolean) => void,
): () => void {
  let source: EventSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined

  function open(): void {
    source = new EventSource(`/api/v1/auctions/${id}/events`)
    const line = source
    for (const name of NAMES) {
      line.addEventListener(name, (event) => {
        const news = newsOf(event)
        if (news !== undefined) {
          openAgainIn(SILENCE_MS)
          isLive(true)
          hears(news)
        }
      })
    }
    line.addEventListener('error', () => {
      isLive(false)
      if (line.readyState === EventSource.CLOSED) {
        openAgainIn(TRY_AGAIN_MS)
      }
    })
    openAgainIn(SILENCE_MS)
  }

  function openAgainIn(ms: number): void {
    clearTimeout(again)
    again = setTimeout(() => {
      isLive(false)
      source?.close()
      open()
    }, ms)
  }

  open()
  return () => {
    clearTimeout(again)
    source?.close()
  }
}

function newsOf(event: Event): RoomNews | undefined {
  try {
    return event instanceof MessageEvent ? (JSON.parse(String(event.data)) as RoomNews) : undefined
  } catch {
    return undefined
  }
}
