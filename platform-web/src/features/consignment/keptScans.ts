import type { Schemas } from '@/shared/api/client'
import { keepLines, keptLines } from '@/shared/scan/keptLines'

export type LabelScan = Schemas['StocktakeScanOfLabel']

const KEY = 'xunshi.stocktake.'

export function keptScans(stocktake: string): LabelScan[] {
  return keptLines(KEY + stocktake)
}

export function keepScans(stocktake: string, scans: readonly LabelScan[]): void {
  keepLines(KEY + stocktake, scans)
}
