import { readonly, ref } from 'vue'

/** What the server tells an open page: that something is new, and which; never what it says. */
export type LiveEvent =
  | { kind: 'message'; conversationId: string; sequence: string }
  | { kind: 'read' | 'conversation' | 'typing'; conversationId: string }
  | { kind: 'order'; orderId: string }
  | { kind: 'notification' }
  /** Something may have been missed: what is shown must be loaded anew. */
  | { kind: 'resync' }

type Listener = (event: LiveEvent) => void

const NAMES = ['message', 'read', 'conversation', 'typing', 'order', 'notification', 'resync'] as const

/** A browser gives up after a refusal; then it is tried again this much later. */
const TRY_AGAIN_MS = 15_000

const listeners = new Set<Listener>()
const isOpen = ref(false)
let source: EventSource | undefined
let again: ReturnType<typeof setTimeout> | undefined

/** Whether news comes by itself at the moment, so that nobody need ask for it. */
export const isLive = readonly(isOpen)

/** One line for all of the page; a line that breaks is opened again by the browser, and goes on where it was. */
export function openLive(): void {
  if (source !== undefined || typeof EventSource === 'undefined') {
    return
  }
  const line = new EventSource('/api/v1/my/events')
  source = line
  line.addEventListener('ready', (event) => {
    isOpen.value = true
    if (dataOf(event)['resumed'] !== 'true') {
      // What was loaded before the line was open may be old already.
      tell({ kind: 'resync' })
    }
  })
  for (const name of NAMES) {
    line.addEventListener(name, (event) => tell({ ...dataOf(event), kind: name } as LiveEvent))
  }
  line.addEventListener('error', () => {
    isOpen.value = false
    if (line.readyState === EventSource.CLOSED) {
      closeLive()
      again = setTimeout(openLive, TRY_AGAIN_MS)
    }
  })
}

export function closeLive(): void {
  clearTimeout(again)
  source?.close()
  source = undefined
  isOpen.value = false
}

/** Returns what ends the listening. */
export function onLive(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(event: LiveEvent): void {
  listeners.forEach((listener) => listener(event))
}

function dataOf(event: Event): Record<string, string> {
  try {
    return event instanceof MessageEvent ? (JSON.parse(String(event.data)) as Record<string, string>) : {}
  } catch {
    return {}
  }
}
