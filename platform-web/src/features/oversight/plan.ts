import type { Indicator } from './queries'

/** What a bar chart of base and target needs; shares are of the larger of the two. */
export interface Growth {
  base: number
  target: number
  baseShare: number
  targetShare: number
}

/** The numbers of an indicator that has both; undefined for ranges, growth rates and qualitative targets. */
export function growthOf(indicator: Pick<Indicator, 'base' | 'target'>): Growth | undefined {
  const base = numberOf(indicator.base)
  const target = numberOf(indicator.target)
  if (base === undefined || target === undefined) {
    return undefined
  }
  const larger = Math.max(base, target)
  return { base, target, baseShare: base / larger, targetShare: target / larger }
}

/** The indicator that stands before a growth rate in the plan is the one that grows. */
export function grownBy(rate: Indicator, all: readonly Indicator[]): Indicator | undefined {
  return rate.derived === null ? undefined : all.find((indicator) => indicator.no === rate.no - 1)
}

function numberOf(text: string | null): number | undefined {
  return text !== null && /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}
