import type { Order, OrderState } from './queries'

const FIRST_MS = 1_000
const FACTOR = 1.4
const SOON_MAX_MS = 8_000
const PATIENT_MS = 15_000

/** The payment provider or we ourselves move next; that takes seconds. */
const MOVES_BY_ITSELF: readonly OrderState[] = [
  'AWAITING_PAYMENT',
  'COLLECTING',
  'CANCELLING_SHIPMENT',
  'CANCELLING',
]

const ENDED: readonly OrderState[] = ['COMPLETED', 'EXPIRED', 'CANCELLED']

/**
 * When to look at an order again: soon and then less and less often where something is under way, patiently where a
 * person has to act and news does not come by itself, never where it has ended.
 *
 * @param looks how often it was looked at already
 * @param isLive whether news comes by itself
 */
export function pollAfterMs(order: Pick<Order, 'state'>, looks: number, isLive: boolean): number | false {
  if (ENDED.includes(order.state) || (isLive && !MOVES_BY_ITSELF.includes(order.state))) {
    return false
  }
  return MOVES_BY_ITSELF.includes(order.state)
    ? Math.min(FIRST_MS * FACTOR ** Math.max(0, looks - 1), SOON_MAX_MS)
    : PATIENT_MS
}
