/** What this browser has recorded under a key and nobody has answered: it outlives the page. */
export function keptLines<T>(key: string): T[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as T[]
  } catch {
    return []
  }
}

export function keepLines(key: string, lines: readonly unknown[]): void {
  try {
    if (lines.length === 0) {
      localStorage.removeItem(key)
    } else {
      localStorage.setItem(key, JSON.stringify(lines))
    }
  } catch {
    // Without room or permission the page alone remembers.
  }
}
