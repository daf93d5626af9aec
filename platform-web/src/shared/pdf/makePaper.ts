import { A4, layOut, type Block } from './papers'

/** A paper as sheets of A4. */
export async function makePaper(blocks: readonly Block[], footer: string): Promise<Uint8Array> {
  const { openPdf } = await import('./openPdf')
  const pdf = await openPdf()
  const { placed, pages } = layOut(blocks, footer, (words, size) => pdf.widthOf(words, size))
  const sheets = Array.from({ length: pages }, () => pdf.addPage(A4.width, A4.height))
  for (const one of placed) {
    const sheet = sheets[one.page]
    switch (one.kind) {
      case 'text':
        sheet?.text(one.words, one)
        break
      case 'rule':
        sheet?.rule(one, one.length)
        break
      case 'qr':
        sheet?.qr(one.text, one)
    }
  }
  return pdf.save()
}
