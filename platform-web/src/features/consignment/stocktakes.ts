import type { Schemas } from '@/shared/api/client'

type Stocktake = Schemas['StocktakeStocktakeResponse']
export type Difference = Stocktake['differences'][number]
type Reason = NonNullable<Difference['reason']>

/** The reasons that can explain a difference, the likeliest first. */
export const REASONS: Record<Difference['kind'], readonly Reason[]> = {
  MISSING: ['LOST', 'STOLEN', 'DAMAGED', 'HANDED_OUT', 'ELSEWHERE'],
  MISPLACED: ['MOVED', 'PUT_BACK'],
  ALREADY_SOLD: ['AWAITING_COLLECTION', 'WRONG_LABEL'],
  UNEXPECTED: ['AWAITING_COLLECTION', 'WRONG_LABEL', 'NOT_TAKEN_IN'],
}

export function unexplained(differences: readonly Difference[]): number {
  return differences.filter(({ kind, reason }) => reason === null || !REASONS[kind].includes(reason)).length
}
