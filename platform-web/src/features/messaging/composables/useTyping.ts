import { onScopeDispose, ref, type Ref } from 'vue'
import { onLive } from '@/shared/live/live'
import { showTyping } from '../queries'

/** The sight of somebody typing ends by itself, unless it is renewed. */
const SHOWN_MS = 5_000
const TOLD_EVERY_MS = 3_000

/** That the other side is typing, and telling them that we are. */
export function useTyping(id: Ref<string>) {
  const isTyping = ref(false)
  let end: ReturnType<typeof setTimeout> | undefined
  let toldAt = 0

  const stop = onLive((event) => {
    if (event.kind === 'typing' && event.conversationId === id.value) {
      isTyping.value = true
      clearTimeout(end)
      end = setTimeout(() => (isTyping.value = false), SHOWN_MS)
    } else if (event.kind === 'message' && event.conversationId === id.value) {
      isTyping.value = false
    }
  })
  onScopeDispose(() => {
    stop()
    clearTimeout(end)
  })

  /** Told now and then, not with every key; that it is lost does no harm. */
  function typed(): void {
    const now = Date.now()
    if (now - toldAt > TOLD_EVERY_MS) {
      toldAt = now
      showTyping(id.value).catch(() => undefined)
    }
  }

  return { isTyping, typed }
}
