import { useQueryClient, type QueryKey } from '@tanstack/vue-query'
import { onScopeDispose, watch } from 'vue'
import { useSession } from '@/shared/session/session'
import { closeLive, onLive, openLive, type LiveEvent } from '@/shared/live/live'

/** What is asked for again when something is new. */
function staleAfter(event: LiveEvent): readonly QueryKey[] {
  switch (event.kind) {
    case 'message':
    case 'read':
    case 'conversation':
      return [
        ['conversations', event.conversationId],
        ['my', 'conversations'],
        ['my', 'unread'],
      ]
    case 'order':
      return [
        ['orders', event.orderId],
        ['bundles'],
        ['disputes'],
        ['my', 'orders'],
        ['my', 'balance'],
        ['my', 'listings'],
        ['swaps', event.orderId],
        ['my', 'swaps'],
      ]
    case 'notification':
      return [
        ['my', 'notifications'],
        ['my', 'saved'],
        ['my', 'search-alerts'],
        ['my', 'unread'],
        ['my', 'rentals'],
        ['rentals'],
        ['my', 'gifts'],
        ['gifts'],
        ['deals'],
      ]
    case 'resync':
      return [
        ['conversations'],
        ['orders'],
        ['bundles'],
        ['rentals'],
        ['swaps'],
        ['gifts'],
        ['deals'],
        ['disputes'],
        ['my'],
      ]
    case 'typing':
      return []
  }
}

/** Keeps what is shown current while somebody is signed in. */
export function useLiveQueries(): void {
  const queries = useQueryClient()
  const session = useSession()

  /**
   * A first answer that is under way may have been given before the news, and would be taken for the newer one. It is
   * shown, and asked for anew after it: were it dropped instead, a page could wait for as long as news keep coming.
   */
  async function askAgain(queryKey: QueryKey): Promise<void> {
    const firstAnswers = queries
      .getQueryCache()
      .findAll({ queryKey, fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined })
    await Promise.allSettled(firstAnswers.flatMap(({ promise }) => promise ?? []))
    await queries.invalidateQueries({ queryKey })
  }

  const stop = onLive((event) => {
    staleAfter(event).forEach((queryKey) => void askAgain(queryKey))
  })
  watch(
    () => session.account?.id,
    (id) => {
      closeLive()
      if (id !== undefined) {
        openLive()
      }
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    stop()
    closeLive()
  })
}
