import type { Rental, RentalState } from './queries'

export interface RentalTimelineStep {
  state: RentalState
  /** When it happened; undefined while it is ahead. */
  at: string | undefined
  reason: string | null
  isCurrent: boolean
}

/** The way that a rental takes when all goes well. */
const GOOD_WAY: readonly RentalState[] = ['AWAITING_PAYMENT', 'PAID', 'HANDED_OVER', 'RETURNED', 'SETTLED']

/** Where a state that is not on the good way comes back to it. */
const BACK_ON: Partial<Record<RentalState, RentalState>> = {
  COLLECTING: 'AWAITING_PAYMENT',
  OVERDUE: 'HANDED_OVER',
  DAMAGE_CLAIMED: 'RETURNED',
  CONTESTED: 'RETURNED',
  SETTLING: 'RETURNED',
}

/** What has happened, and what is still ahead if all goes well. */
export function timelineOf(rental: Pick<Rental, 'state' | 'steps'>): RentalTimelineStep[] {
  const past = rental.steps.map((step, i) => ({
    state: step.state,
    at: step.at,
    reason: step.reason,
    isCurrent: i === rental.steps.length - 1,
  }))
  return [
    ...past,
    ...ahead(rental.state).map((state) => ({ state, at: undefined, reason: null, isCurrent: false })),
  ]
}

function ahead(state: RentalState): RentalState[] {
  const at = GOOD_WAY.indexOf(BACK_ON[state] ?? state)
  return at < 0 ? [] : GOOD_WAY.slice(at + 1)
}
