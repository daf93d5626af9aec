import type { Indicator, Progress } from './queries'

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

/** Where the plan contradicts itself, by the keys of their words. */
export const CONTRADICTIONS = [
  'points',
  'stations',
  'recyclers',
  'recovered',
  'processed',
  'share',
  'range',
  'policies',
  'areas',
  'leads',
  'supporting',
  'scope',
  'draft',
] as const

/** The year in the city. */
export function thisYear(): number {
  return Number(
    new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format(new Date()),
  )
}

/** A counted figure of one area, or of the city; the most is with all of every zone across a district. */
export function amountIn(progress: Pick<Progress, 'byArea'>, area: string | undefined) {
  if (area !== undefined) {
    const one = progress.byArea.find((figure) => figure.area === area)
    return { amount: one?.amount ?? 0, most: one?.most ?? 0 }
  }
  const amount = progress.byArea.reduce((sum, figure) => sum + figure.amount, 0)
  return { amount, most: amount }
}

function numberOf(text: string | null): number | undefined {
  return text !== null && /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}
