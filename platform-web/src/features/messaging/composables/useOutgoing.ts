import { useQueryClient } from '@tanstack/vue-query'
import { computed, ref, type Ref } from 'vue'
import { newIdempotencyKey } from '@/shared/api/client'
import { Problem } from '@/shared/api/problem'
import { cautionsOf, stillWaiting, type Outgoing } from '../model'
import { sendMessage, type Caution } from '../queries'

const LEADS_AWAY = 'messaging.leads-away'

/** Shows messages at once and sends them; one that did not arrive can be sent again and arrives once. */
export function useOutgoing(id: Ref<string>, newest: Ref<number>) {
  const queries = useQueryClient()
  const all = ref<Outgoing[]>([])
  const problem = ref<Problem>()
  const warned = ref<{ key: string; cautions: Caution[] }>()
  const outgoing = computed(() => stillWaiting(all.value, newest.value))

  function say(text: string, photoIds: string[] = []): void {
    const one: Outgoing = {
      key: newIdempotencyKey(),
      text,
      photoIds,
      confirmed: false,
      at: new Date().toISOString(),
      state: 'sending',
      sequence: undefined,
    }
    all.value = [...stillWaiting(all.value, newest.value), one]
    void send(one)
  }

  async function send(one: Outgoing): Promise<void> {
    problem.value = undefined
    change(one.key, { state: 'sending' })
    try {
      const { text, photoIds, confirmed } = one
      const sent = await sendMessage(id.value, { text, photoIds, confirmed }, one.key)
      change(one.key, { sequence: sent.sequence })
      await queries.invalidateQueries({ queryKey: ['conversations', id.value] })
    } catch (error) {
      fail(one, error instanceof Problem ? error : Problem.unreachable())
    }
  }

  function fail(one: Outgoing, refusal: Problem): void {
    change(one.key, { state: 'failed' })
    if (refusal.code === LEADS_AWAY) {
      warned.value = { key: one.key, cautions: cautionsOf(refusal.extensions) }
    } else {
      problem.value = refusal
    }
  }

  function retry(key: string): void {
    const one = find(key)
    if (one !== undefined) {
      void send(one)
    }
  }

  /** Sends what was warned of. It is another request than the refused one, so it has another key. */
  function confirm(): void {
    const one = find(warned.value?.key)
    warned.value = undefined
    if (one !== undefined) {
      const insisted = { ...one, key: newIdempotencyKey(), confirmed: true }
      all.value = all.value.map((other) => (other.key === one.key ? insisted : other))
      void send(insisted)
    }
  }

  /** Takes a message back that never left; its words, for who wants to change them. */
  function discard(key: string | undefined): string {
    const text = find(key)?.text ?? ''
    all.value = all.value.filter((one) => one.key !== key)
    warned.value = undefined
    problem.value = undefined
    return text
  }

  function find(key: string | undefined): Outgoing | undefined {
    return all.value.find((one) => one.key === key)
  }

  function change(key: string, part: Partial<Outgoing>): void {
    all.value = all.value.map((one) => (one.key === key ? { ...one, ...part } : one))
  }

  return { outgoing, problem, warned, say, retry, confirm, discard }
}
