import { onScopeDispose, ref, type Ref } from 'vue'

/** Whether the page can be seen: not in a tab behind another one. */
export function useDocumentVisible(): Ref<boolean> {
  const isVisible = ref(document.visibilityState === 'visible')
  const look = () => {
    isVisible.value = document.visibilityState === 'visible'
  }
  document.addEventListener('visibilitychange', look)
  onScopeDispose(() => document.removeEventListener('visibilitychange', look))
  return isVisible
}
