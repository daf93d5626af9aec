import { computed, toRef } from 'vue'
import { newIdempotencyKey } from '@/shared/api/client'
import { Problem } from '@/shared/api/problem'
import { useEnter, type Entry } from './queries'

/** One form that is sent until it has arrived; what was refused is sent as something new. */
export function useEntry(organisation: () => string, entered: () => void) {
  const { mutate, error, isPending } = useEnter(toRef(organisation))

  /** Kept while it is unknown whether the last try arrived. */
  let key = newIdempotencyKey()

  function send(entry: Entry) {
    mutate(
      { key, entry },
      {
        onSuccess: () => {
          key = newIdempotencyKey()
          entered()
        },
        onError: (failure) => {
          if (failure instanceof Problem && !failure.isPassing) {
            key = newIdempotencyKey()
          }
        },
      },
    )
  }

  return {
    send,
    error,
    isPending,
    problem: computed(() => (error.value instanceof Problem ? error.value : undefined)),
  }
}
