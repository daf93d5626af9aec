import { nextTick, watch, type Ref } from 'vue'

const NEAR_PX = 120

/**
 * Holds a conversation's place: at its end when something new comes and the reader was there, where the reader was when
 * something older is put before it.
 */
export function useScroll(
  frame: Ref<HTMLElement | null>,
  firstKey: () => string | undefined,
  count: () => number,
) {
  let isAtEnd = true

  function look(): void {
    if (frame.value !== null) {
      const { scrollHeight, scrollTop, clientHeight } = frame.value
      isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR_PX
    }
  }

  async function toEnd(): Promise<void> {
    await nextTick()
    frame.value?.scrollTo({ top: frame.value.scrollHeight })
    isAtEnd = true
  }

  watch(
    [firstKey, count],
    async ([first], [firstBefore]) => {
      const element = frame.value
      const heightBefore = element?.scrollHeight ?? 0
      const topBefore = element?.scrollTop ?? 0
      await nextTick()
      if (first !== firstBefore && firstBefore !== undefined && element !== null) {
        element.scrollTop = topBefore + element.scrollHeight - heightBefore
      } else if (isAtEnd) {
        await toEnd()
      }
    },
    { flush: 'pre' },
  )

  return { look, toEnd }
}
