import { useQueryClient } from '@tanstack/vue-query'
import { computed, onBeforeUnmount, reactive, ref } from 'vue'
import { answerOf, api } from '@/shared/api/client'
import { Problem } from '@/shared/api/problem'
import { keepLines, keptLines } from '@/shared/scan/keptLines'
import { MARKET, type SaleRequest } from './queries'

const KEY = 'xunshi.market.sales.'
const RETRY_MS = 3_000

/** A sale that the server does not know yet. */
export interface KeptSale {
  /** Sent again under it, it is the same sale. */
  readonly id: string
  readonly said: SaleRequest
  /** What the seller reads. */
  readonly title: string
  /** What it was refused for, in the reader's language; it is not sent again by itself. */
  refusal?: { title: string; detail: string }
}

/**
 * The sales of a stall, from the tap to the server's answer. Each is kept before it is sent and forgotten when it is
 * answered, so that neither a lost connection nor a closed page loses one; sent twice, it is one sale.
 */
export function useStallSales(stall: string) {
  const queries = useQueryClient()
  const sales = reactive<KeptSale[]>(keptLines<KeptSale>(KEY + stall))
  const isOffline = ref(false)
  const waiting = computed(() => sales.filter(({ refusal }) => refusal === undefined))
  const refused = computed(() => sales.filter(({ refusal }) => refusal !== undefined))
  let isSending = false
  let isLeft = false
  let again: ReturnType<typeof setTimeout> | undefined

  window.addEventListener('online', resume)
  onBeforeUnmount(() => {
    isLeft = true
    clearTimeout(again)
    window.removeEventListener('online', resume)
  })
  void send()

  function add(said: SaleRequest, title: string): void {
    sales.push({ id: crypto.randomUUID(), said, title })
    keep()
    resume()
  }

  /** After what it was refused for is put right. */
  function sendAgain(sale: KeptSale): void {
    delete sale.refusal
    keep()
    resume()
  }

  /** It was no sale, or is recorded in another way. */
  function drop(sale: KeptSale): void {
    sales.splice(sales.indexOf(sale), 1)
    keep()
  }

  function resume(): void {
    clearTimeout(again)
    void send()
  }

  async function send(): Promise<void> {
    if (isSending || isLeft) {
      return
    }
    isSending = true
    for (let sale = waiting.value[0]; sale !== undefined; sale = waiting.value[0]) {
      if (!(await settle(sale))) {
        again = setTimeout(resume, RETRY_MS)
        break
      }
    }
    isSending = false
  }

  /** False where there was no answer, and it has to be sent again. */
  async function settle(sale: KeptSale): Promise<boolean> {
    try {
      await answerOf(
        api.PUT('/api/v1/my/market-stalls/{id}/sales/{saleId}', {
          params: { path: { id: stall, saleId: sale.id } },
          body: sale.said,
        }),
      )
    } catch (error) {
      if (!(error instanceof Problem) || error.isPassing || error.status === 401) {
        isOffline.value = true
        return false
      }
      isOffline.value = false
      sale.refusal = { title: error.title, detail: reasonOf(error) }
      keep()
      return true
    }
    isOffline.value = false
    drop(sale)
    await queries.invalidateQueries({ queryKey: MARKET })
    return true
  }

  function keep(): void {
    keepLines(KEY + stall, sales)
  }

  return { waiting, refused, isOffline, add, sendAgain, drop }
}

function reasonOf({ detail, errors }: Problem): string {
  return [detail, ...errors.map(({ message }) => message)].join(' ')
}
