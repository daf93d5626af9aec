import type { Schemas } from '@/shared/api/client'

export type LabelScan = Schemas['StocktakeScanOfLabel']

/** What this browser has scanned for a count and nobody has answered: it outlives the page. */
const KEY = 'xunshi.stocktake.'

export function keptScans(stocktake: string): LabelScan[] {
  try {
    return JSON.parse(localStorage.getItem(KEY + stocktake) ?? '[]') as LabelScan[]
  } catch {
    return []
  }
}

export function keepScans(stocktake: string, scans: readonly LabelScan[]): void {
  try {
    if (scans.length === 0) {
      localStorage.removeItem(KEY + stocktake)
    } else {
      localStorage.setItem(KEY + stocktake, JSON.stringify(scans))
    }
  } catch {
    // Without room or permission the page alone remembers.
  }
}
