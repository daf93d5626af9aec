import type { RentalState } from './queries'

const FIRST_MS = 1_000
const FACTOR = 1.4
const SOON_MAX_MS = 8_000
const PATIENT_MS = 15_000

/** The payment provider or we ourselves move next; that takes seconds. */
const MOVES_BY_ITSELF: readonly RentalState[] = ['AWAITING_PAYMENT', 'COLLECTING', 'SETTLING', 'CANCELLING']

const ENDED: readonly RentalState[] = ['SETTLED', 'EXPIRED', 'CANCELLED']

/** When to look at a rental again: soon where something is under way, patiently where a person has to act. */
export function pollAfterMs(state: RentalState, looks: number): number | false {
  if (ENDED.includes(state)) {
    return false
  }
  return MOVES_BY_ITSELF.includes(state)
    ? Math.min(FIRST_MS * FACTOR ** Math.max(0, looks - 1), SOON_MAX_MS)
    : PATIENT_MS
}
