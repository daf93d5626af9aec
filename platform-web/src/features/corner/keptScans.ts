import type { Line } from './scans'

/** What this browser has scanned and nobody has answered: it outlives the page. */
const KEY = 'xunshi.corner.scans.'

export function waitingScans(account: string): Line[] {
  try {
    return JSON.parse(localStorage.getItem(KEY + account) ?? '[]') as Line[]
  } catch {
    return []
  }
}

export function keepWaiting(account: string, lines: readonly Line[]): void {
  try {
    localStorage.setItem(KEY + account, JSON.stringify(lines))
  } catch {
    // Without room or permission the page alone remembers.
  }
}

export function forgetWaiting(account: string): void {
  try {
    localStorage.removeItem(KEY + account)
  } catch {
    // Nothing was kept, then.
  }
}
