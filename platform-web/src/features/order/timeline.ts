import type { Order, OrderState } from './queries'

export interface TimelineStep {
  state: OrderState
  /** When it happened; undefined while it is ahead. */
  at: string | undefined
  isCurrent: boolean
  /** Why the shop could not hand it over: the buyer did nothing wrong, and is told so. */
  why: 'soldAtCounter' | 'goodsLost' | undefined
}

/** The way that a purchase takes when all goes well. */
const GOOD_WAY: readonly OrderState[] = ['AWAITING_PAYMENT', 'PAID', 'HANDED_OVER', 'COMPLETED']

/** The same for one that is sent. */
const SENT_WAY: readonly OrderState[] = [
  'AWAITING_PAYMENT',
  'AWAITING_SHIPMENT',
  'IN_TRANSIT',
  'DELIVERED',
  'COMPLETED',
]

/** A disputed purchase may go on or end: nothing is foretold. */
const OFF_THE_WAY: readonly OrderState[] = [
  'DISPUTED',
  'EXPIRED',
  'CANCELLING_SHIPMENT',
  'CANCELLING',
  'CANCELLED',
]

/** What has happened, and what is still ahead if the purchase is on its good way. */
export function timelineOf(order: Pick<Order, 'state' | 'steps'> & { delivery?: unknown }): TimelineStep[] {
  const past = order.steps.map((step, i) => ({
    state: step.state,
    at: step.at,
    isCurrent: i === order.steps.length - 1,
    why: whyCalledOff(step.cause),
  }))
  return [
    ...past,
    ...ahead(order.state, order.delivery != null).map((state) => ({
      state,
      at: undefined,
      isCurrent: false,
      why: undefined,
    })),
  ]
}

/** With the pickup code an order is complete without the seller's claim, so that step is not foretold. */
function ahead(state: OrderState, isSent: boolean): OrderState[] {
  if (OFF_THE_WAY.includes(state)) {
    return []
  }
  const way = isSent ? SENT_WAY : GOOD_WAY
  const from = way.indexOf(state === 'COLLECTING' ? 'AWAITING_PAYMENT' : state)
  return way.slice(from + 1).filter((one) => one !== 'HANDED_OVER')
}

function whyCalledOff(cause: Order['steps'][number]['cause']): TimelineStep['why'] {
  switch (cause) {
    case 'SOLD_AT_COUNTER':
      return 'soldAtCounter'
    case 'GOODS_LOST':
      return 'goodsLost'
    default:
      return undefined
  }
}
