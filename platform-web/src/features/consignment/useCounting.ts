import { useQueryClient } from '@tanstack/vue-query'
import { onBeforeUnmount, ref, shallowRef } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'
import { Problem } from '@/shared/api/problem'
import { sound } from '@/shared/scan/sound'
import { keepScans, keptScans, type LabelScan } from './keptScans'

type ScannedLabel = Schemas['StocktakeScannedLabel']

/** The server takes twice as many at once. */
const BATCH = 100
const RETRY_MS = 1_500
const SHOWN_MAX = 30

/**
 * Counts at the speed of a scanner: a scan is kept before it is sent and forgotten when it is answered, so that nobody waits
 * for an answer and neither a lost connection nor a closed page loses one.
 */
export function useCounting(stocktake: string) {
  const queries = useQueryClient()
  const waiting = shallowRef<LabelScan[]>(keptScans(stocktake))
  const scanned = shallowRef<ScannedLabel[]>([])
  const isOffline = ref(false)
  const problem = shallowRef<Problem>()
  let isSending = false
  let isLeft = false
  let timer: ReturnType<typeof setTimeout> | undefined

  onBeforeUnmount(() => {
    isLeft = true
    clearTimeout(timer)
    window.removeEventListener('online', resume)
  })
  window.addEventListener('online', resume)
  void send()

  function add(code: string, shelf: string): void {
    const at = new Date().toISOString()
    keep([...waiting.value, shelf === '' ? { code, at } : { code, shelf, at }])
    void send()
  }

  function keep(scans: LabelScan[]): void {
    waiting.value = scans
    keepScans(stocktake, scans)
  }

  function resume(): void {
    clearTimeout(timer)
    void send()
  }

  async function send(): Promise<void> {
    if (isSending || isLeft) {
      return
    }
    isSending = true
    while (waiting.value.length > 0 && (await sendSome())) {
      // What was scanned meanwhile is sent next.
    }
    isSending = false
  }

  /** False where it is no use to go on. */
  async function sendSome(): Promise<boolean> {
    const scans = waiting.value.slice(0, BATCH)
    try {
      const answer = await answerOf(
        api.POST('/api/v1/my/point/stocktakes/{id}/scans', {
          params: { path: { id: stocktake } },
          body: { scans },
        }),
      )
      keep(waiting.value.slice(scans.length))
      show(answer.scans)
    } catch (error) {
      return fail(error)
    }
    return true
  }

  function show(labels: readonly ScannedLabel[]): void {
    isOffline.value = false
    problem.value = undefined
    scanned.value = [...labels.toReversed(), ...scanned.value].slice(0, SHOWN_MAX)
    sound(labels.every(({ finding }) => finding === 'FOUND') ? 'good' : 'bad')
    void queries.invalidateQueries({ queryKey: ['my', 'point', 'stocktakes'] })
  }

  function fail(error: unknown): boolean {
    isOffline.value = !(error instanceof Problem) || error.isPassing
    if (isOffline.value) {
      timer = setTimeout(resume, RETRY_MS)
    } else {
      problem.value = error as Problem
      sound('bad')
    }
    return false
  }

  return { waiting, scanned, isOffline, problem, add }
}
