import { cityDay } from '@/shared/format/time'
import type { Category } from './catalog'

const YEAR_LENGTH = 4

/** What life is left to a thing whose safe use is counted from a year; undefined where no standard or no year says so. */
export function lifeLeft(
  category: Category | undefined,
  usedSince: number | null | undefined,
  today: string = cityDay(),
): { life: number; left: number } | undefined {
  const life = category?.serviceLife?.years
  return life === undefined || usedSince == null
    ? undefined
    : { life, left: usedSince + life - Number(today.slice(0, YEAR_LENGTH)) }
}

/** The earliest of the years of make and of purchase. */
export function usedSinceIn(attributes: Readonly<Record<string, string>>): number | undefined {
  const years = [attributes['made_year'], attributes['year']]
    .filter((answer) => answer !== undefined && /^\d{4}$/.test(answer))
    .map(Number)
  return years.length === 0 ? undefined : Math.min(...years)
}
