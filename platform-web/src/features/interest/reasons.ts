import type { Reason } from './queries'

/** The one reason that a card has room for: what is known of the reader before what is known of everybody's goods. */
export function mainReason(reasons: readonly Reason[]): Reason | undefined {
  return reasons.find(({ kind }) => kind !== 'FRESH') ?? reasons[0]
}

export function pointsOf(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, { points }) => sum + points, 0)
}
