import { defineStore } from 'pinia'
import { ref } from 'vue'

const SHOWN_MS = 5_000

interface Toast {
  id: number
  text: string
}

/** Short news that need no answer. */
export const useToasts = defineStore('toasts', () => {
  const shown = ref<Toast[]>([])
  let next = 0

  function show(text: string): void {
    const toast = { id: next++, text }
    shown.value.push(toast)
    setTimeout(() => (shown.value = shown.value.filter((one) => one.id !== toast.id)), SHOWN_MS)
  }

  return { shown, show }
})
