import { Problem } from '@/shared/api/problem'

/** A price that is far from the one before. */
export interface Doubt {
  day: string
  fenPerTonne: number
  previousDay: string
  previousFenPerTonne: number
  /** By which it looks like another unit; `1` where it is only far off. */
  factor: string
}

/** What the server asks to confirm; nothing for any other answer. */
export function doubtsOf(error: unknown): Doubt[] {
  return error instanceof Problem && error.code === 'pricing.confirm-prices'
    ? (error.extensions['doubts'] as Doubt[])
    : []
}
