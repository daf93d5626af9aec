import { keepLines, keptLines } from '@/shared/scan/keptLines'
import type { Line } from './scans'

const KEY = 'xunshi.corner.scans.'

export function waitingScans(account: string): Line[] {
  return keptLines(KEY + account)
}

export function keepWaiting(account: string, lines: readonly Line[]): void {
  keepLines(KEY + account, lines)
}
