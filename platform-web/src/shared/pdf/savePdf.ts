const KEPT_MS = 60_000

/** Gives the reader the document as a file. */
export function savePdf(pdf: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name}.pdf`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
