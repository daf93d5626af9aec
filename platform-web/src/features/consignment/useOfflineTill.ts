import { useQueryClient } from '@tanstack/vue-query'
import { computed, onBeforeUnmount, ref, shallowRef } from 'vue'
import { answerOf, api } from '@/shared/api/client'
import { Problem } from '@/shared/api/problem'
import { forgetSale, keepSale, keepShelf, keptSales, lastCopy, type KeptSale } from './tillStore'

/** How long a copy of the shelf stands before it is made anew. */
const COPY_MS = 60_000
const RETRY_MS = 3_000

/** Somebody has to open the drawer or sign in; then the sale can be sent. */
function waitsForSomebody({ status, code }: Problem): boolean {
  return status === 401 || code === 'consignment.no-open-shift' || code === 'consignment.not-at-a-point'
}

/**
 * Lets the counter outlive a lost connection: keeps a copy of the shelf while there is one, and sends what was sold without
 * one as soon as it is back. Of several pages each may send; the server books a sale once.
 */
export function useOfflineTill() {
  const queries = useQueryClient()
  const sales = shallowRef<KeptSale[]>([])
  const isOffline = ref(false)
  const copiedAt = ref<string>()
  const waiting = computed(() => sales.value.filter(({ refusal }) => refusal === undefined))
  const refused = computed(() => sales.value.filter(({ refusal }) => refusal !== undefined))
  const cashWaiting = computed(() => waiting.value.reduce((sum, { price }) => sum + price.amount, 0))
  let isSending = false
  let isLeft = false
  let again: ReturnType<typeof setTimeout> | undefined

  const copying = setInterval(() => void refresh(), COPY_MS)
  window.addEventListener('online', resume)
  window.addEventListener('offline', resume)
  onBeforeUnmount(() => {
    isLeft = true
    clearTimeout(again)
    clearInterval(copying)
    window.removeEventListener('online', resume)
    window.removeEventListener('offline', resume)
  })
  void begin()

  async function begin(): Promise<void> {
    sales.value = await keptSales()
    copiedAt.value = (await lastCopy())?.asOf
    await refresh()
  }

  /** Copies the shelf, sends what waits, and copies again what was sold by that. */
  async function refresh(): Promise<void> {
    try {
      const pointId = await copyShelf()
      if (await send(pointId)) {
        await copyShelf()
      }
      isOffline.value = false
    } catch (error) {
      isOffline.value = error instanceof Problem && error.isPassing
      retry()
    }
  }

  /** The point that it is of. */
  async function copyShelf(): Promise<string> {
    const copy = await answerOf(api.GET('/api/v1/my/point/shelf-copy'))
    await keepShelf(copy)
    copiedAt.value = copy.asOf
    return copy.pointId
  }

  function resume(): void {
    clearTimeout(again)
    void refresh()
  }

  function retry(): void {
    clearTimeout(again)
    if (!isLeft && isOffline.value) {
      again = setTimeout(resume, RETRY_MS)
    }
  }

  /** A sale was kept: it is shown at once, and sent when somebody answers. */
  async function added(): Promise<void> {
    sales.value = await keptSales()
    await refresh()
  }

  /** Whether any was settled. What another point's operator sold at this computer waits for them. */
  async function send(pointId: string): Promise<boolean> {
    if (isSending) {
      return false
    }
    isSending = true
    let isAny = false
    try {
      for (const sale of await keptSales()) {
        if (sale.refusal === undefined && sale.pointId === pointId) {
          if (!(await settle(sale))) {
            break
          }
          isAny = true
        }
      }
    } finally {
      isSending = false
      sales.value = await keptSales()
    }
    return isAny
  }

  /** False where it has to be sent again later, and with it all that were sold after it. */
  async function settle(sale: KeptSale): Promise<boolean> {
    try {
      await answerOf(
        api.PUT('/api/v1/my/point/offline-sales/{id}', {
          params: { path: { id: sale.id } },
          body: {
            itemCode: sale.itemCode,
            price: sale.price,
            received: sale.received,
            soldAt: sale.soldAt,
            soldBy: sale.soldBy,
          },
        }),
      )
    } catch (error) {
      if (!(error instanceof Problem) || error.isPassing || waitsForSomebody(error)) {
        return false
      }
      await keepSale({ ...sale, refusal: { title: error.title, detail: error.detail } })
      return true
    }
    await forgetSale(sale.id)
    await queries.invalidateQueries({ queryKey: ['my', 'point'] })
    return true
  }

  /** An operator has put a refused sale right by hand. */
  async function drop(id: string): Promise<void> {
    await forgetSale(id)
    sales.value = await keptSales()
  }

  return { waiting, refused, cashWaiting, isOffline, copiedAt, added, drop }
}
