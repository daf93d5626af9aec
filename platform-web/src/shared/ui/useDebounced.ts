import { onScopeDispose, ref, watch, type Ref } from 'vue'

/** Follows a value once it has stood still for a while. */
export function useDebounced<T>(source: Ref<T>, delayMs: number): Readonly<Ref<T>> {
  const settled = ref(source.value) as Ref<T>
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(source, (value) => {
    clearTimeout(timer)
    timer = setTimeout(() => (settled.value = value), delayMs)
  })
  onScopeDispose(() => clearTimeout(timer))
  return settled
}
