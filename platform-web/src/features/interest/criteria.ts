import type { LocationQueryRaw } from 'vue-router'
import type { Criteria } from './queries'

/** The search page's address for a saved search. */
export function addressOf(criteria: Criteria): LocationQueryRaw {
  const { q, category, district, condition, minPrice, maxPrice, near, withinKm } = criteria
  const named: [string, string | number | null | undefined][] = [
    ['q', q],
    ['category', category[0]],
    ['district', district[0]],
    ['condition', condition[0]],
    ['minPrice', minPrice],
    ['maxPrice', maxPrice],
    ['near', near],
    ['withinKm', withinKm],
  ]
  return Object.fromEntries(
    named.filter(([, value]) => value !== null && value !== undefined && value !== ''),
  )
}
