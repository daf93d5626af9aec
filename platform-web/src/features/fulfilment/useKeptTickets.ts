import { useQueryClient } from '@tanstack/vue-query'
import { onBeforeUnmount, ref, shallowRef } from 'vue'
import { answerOf, api, newIdempotencyKey } from '@/shared/api/client'
import { Problem } from '@/shared/api/problem'
import { uploadDocument } from '@/shared/photo/documentUpload'
import { forgetTicket, keepTicket, keptTickets, type KeptTicket } from './weighStore'

const RETRY_MS = 5_000

/**
 * Lets a weigher go on without a connection: a ticket is on the disk before anything is sent, and is sent as soon as somebody
 * answers. The server knows the same figures of the same load again, so neither a lost answer nor two open pages make two
 * tickets of it.
 */
export function useKeptTickets() {
  const queries = useQueryClient()
  const tickets = shallowRef<KeptTicket[]>([])
  const isWaiting = ref(false)
  const leaving = new AbortController()
  let isSending = false
  let again: ReturnType<typeof setTimeout> | undefined

  window.addEventListener('online', resume)
  onBeforeUnmount(() => {
    leaving.abort()
    clearTimeout(again)
    window.removeEventListener('online', resume)
  })
  void send()

  function resume(): void {
    void send()
  }

  /** Keeps it, shows it, and tries to send it. */
  async function add(ticket: KeptTicket): Promise<void> {
    await keepTicket(ticket)
    await send()
  }

  async function send(): Promise<void> {
    clearTimeout(again)
    tickets.value = await keptTickets()
    if (isSending) {
      return
    }
    isSending = true
    isWaiting.value = false
    try {
      for (const ticket of await keptTickets()) {
        if (ticket.refusal === undefined && !(await settle(ticket))) {
          isWaiting.value = true
          break
        }
      }
    } finally {
      isSending = false
      tickets.value = await keptTickets()
    }
    if (isWaiting.value && !leaving.signal.aborted) {
      again = setTimeout(resume, RETRY_MS)
    }
  }

  /** False where it has to be sent again later. */
  async function settle(kept: KeptTicket): Promise<boolean> {
    try {
      const documentIds: string[] = []
      for (const photo of kept.photos) {
        documentIds.push((await uploadDocument(photo, leaving.signal)).id)
      }
      await answerOf(
        api.POST('/api/v1/loads/{id}/tickets', {
          params: { path: { id: kept.load }, header: { 'Idempotency-Key': newIdempotencyKey() } },
          body: { ...kept.ticket, documentIds },
        }),
      )
    } catch (error) {
      if (!(error instanceof Problem) || error.isPassing || error.status === 401) {
        return false
      }
      await keepTicket({ ...kept, refusal: { title: error.title, detail: error.detail } })
      return true
    }
    await forgetTicket(kept.id)
    await queries.invalidateQueries({ queryKey: ['organisation'] })
    await queries.invalidateQueries({ queryKey: ['deals'] })
    return true
  }

  async function drop(id: string): Promise<void> {
    await forgetTicket(id)
    tickets.value = await keptTickets()
  }

  return { tickets, isWaiting, add, drop }
}
