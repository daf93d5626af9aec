import { computed, onScopeDispose, ref, type Ref } from 'vue'

const TICK_MS = 1000

/** Milliseconds until a moment, counted down by the second; undefined where there is none. */
export function useCountdown(until: Ref<string | undefined>) {
  const now = ref(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), TICK_MS)
  onScopeDispose(() => clearInterval(timer))
  return computed(() =>
    until.value === undefined ? undefined : Math.max(0, new Date(until.value).getTime() - now.value),
  )
}
