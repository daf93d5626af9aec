import type { ImportedRow } from './lotFileQueries'

/** As much as the server reads. */
export const FILE_BYTES_MAX = 180_000

const BYTE_ORDER_MARK = '\uFEFF'

/** The content of a file, in Base64. */
export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

/** How many rows came to what. */
export function countsOf(rows: readonly ImportedRow[]): Record<ImportedRow['result'], number> {
  const counts = { READY: 0, OFFERED: 0, KNOWN: 0, REFUSED: 0 }
  for (const { result } of rows) {
    counts[result] += 1
  }
  return counts
}

/** What has to be mended stands first, everything else as in the file. */
export function refusedFirst(rows: readonly ImportedRow[]): ImportedRow[] {
  return rows.toSorted((one, other) => Number(other.result === 'REFUSED') - Number(one.result === 'REFUSED'))
}

/** A line for each fault, for whoever mends the file. */
export function faultsFile(rows: readonly ImportedRow[], headings: readonly string[]): string {
  const lines = rows.flatMap(({ row, reference, title, faults }) =>
    faults.map(({ column, message }) => [String(row), reference, title, column, message]),
  )
  return BYTE_ORDER_MARK + [headings, ...lines].map((line) => line.map(cell).join(',') + '\r\n').join('')
}

/** A text that a spreadsheet would reckon with gets an apostrophe before it (OWASP, CSV injection). */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
