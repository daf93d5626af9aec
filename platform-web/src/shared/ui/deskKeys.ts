import { onScopeDispose } from 'vue'

/** What the desk does with a single key. */
export type DeskKeys = Readonly<Record<string, () => void>>

/** Whether the key is meant for what has the focus: a field, or a dialog. */
function isTaken(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, dialog[open]') !== null
}

/** Listens to single keys wherever nothing is typed, as long as the page is open. */
export function useDeskKeys(keys: DeskKeys): void {
  function press(event: KeyboardEvent) {
    const act = keys[event.key.toLowerCase()]
    if (act !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey && !isTaken(event.target)) {
      event.preventDefault()
      act()
    }
  }
  window.addEventListener('keydown', press)
  onScopeDispose(() => window.removeEventListener('keydown', press))
}
