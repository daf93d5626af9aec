import type { Swap, SwapParty, SwapState } from './queries'

const FIRST_MS = 1_000
const FACTOR = 1.4
const SOON_MAX_MS = 8_000
const PATIENT_MS = 15_000

/** The payment provider or we ourselves move next; that takes seconds. */
const MOVES_BY_ITSELF: readonly SwapState[] = ['AWAITING_PAYMENT', 'COLLECTING', 'CANCELLING']

const ENDED: readonly SwapState[] = [
  'DECLINED',
  'WITHDRAWN',
  'COUNTERED',
  'LAPSED',
  'SETTLED',
  'BROKEN',
  'EXPIRED',
  'CANCELLED',
]

/** The way that a swap takes when all goes well. */
const GOOD_WAY: readonly SwapState[] = ['PROPOSED', 'AGREED', 'SETTLED']

/** When to look at a swap again: soon where something is under way, patiently where a person has to act. */
export function pollAfterMs(state: SwapState, looks: number): number | false {
  if (ENDED.includes(state)) {
    return false
  }
  return MOVES_BY_ITSELF.includes(state)
    ? Math.min(FIRST_MS * FACTOR ** Math.max(0, looks - 1), SOON_MAX_MS)
    : PATIENT_MS
}

/** What is still ahead if all goes well. */
export function aheadOf(state: SwapState): SwapState[] {
  const at = GOOD_WAY.indexOf(state === 'AWAITING_PAYMENT' || state === 'COLLECTING' ? 'PROPOSED' : state)
  return at < 0 ? [] : GOOD_WAY.slice(at + 1)
}

export function isOver(state: SwapState): boolean {
  return ENDED.includes(state)
}

type Ring = Pick<Swap, 'parties' | 'me'>

export function ownOf({ parties, me }: Ring): SwapParty {
  return at(parties, me)
}

/** Who gives the reader what they get. */
export function giverOf({ parties, me }: Ring): SwapParty {
  return at(parties, me + parties.length - 1)
}

/** Who gets what the reader gives. */
export function receiverOf({ parties, me }: Ring): SwapParty {
  return at(parties, me + 1)
}

/** Whom a thing at a place goes to. */
export function nextIn({ parties }: Pick<Ring, 'parties'>, place: number): SwapParty {
  return at(parties, place + 1)
}

function at(parties: readonly SwapParty[], place: number): SwapParty {
  const party = parties[place % parties.length]
  if (party === undefined) {
    throw new Error('A swap without parties')
  }
  return party
}
