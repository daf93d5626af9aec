import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, onScopeDispose, ref } from 'vue'
import { readRecord, type PublicRecord } from './queries'
import { joined, later, withBid } from './record'
import { openRoomLine, type RoomNews } from './roomLine'
import { ServerClock } from './serverClock'

const TICK_MS = 250

/** An auction as it happens: what was there when the page was opened, and then what the line tells. */
export function useRoom(id: string) {
  const queries = useQueryClient()
  const queryKey = ['auctions', id, 'record']
  const known = () => queries.getQueryData<PublicRecord>(queryKey)
  const query = useQuery({ queryKey, queryFn: async () => joined(known(), await readRecord(id)) })
  const clock = new ServerClock()
  const isLive = ref(false)
  const now = ref(Date.now())

  function hear({ serverTime, auction, bid }: RoomNews): void {
    clock.heard(serverTime, Date.now())
    if (bid !== null) {
      change((record) => ({ ...record, bids: withBid(record.bids, bid) }))
    }
    if (auction !== null) {
      change((record) => ({ ...record, auction: later(record.auction, auction) }))
      if (auction.english !== null) {
        readWhatIsMissing(auction.bids)
      }
    }
  }

  function readWhatIsMissing(bids: number): void {
    if ((known()?.bids.length ?? bids) < bids) {
      void query.refetch()
    }
  }

  function change(how: (record: PublicRecord) => PublicRecord): void {
    queries.setQueryData<PublicRecord>(queryKey, (record) => (record === undefined ? undefined : how(record)))
  }

  const close = openRoomLine(id, hear, (live) => (isLive.value = live))
  const timer = setInterval(() => (now.value = clock.at(Date.now())), TICK_MS)
  onScopeDispose(() => {
    close()
    clearInterval(timer)
  })

  return { query, record: computed(() => query.data.value), isLive, now }
}
