/** How wide words are in the font of a document. */
export type WidthOf = (words: string, size: number) => number

/** Lines that fit. Chinese may break anywhere; a word of Latin letters or digits stays whole where it fits in a line. */
export function wrap(text: string, size: number, width: number, widthOf: WidthOf): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text, size, width, widthOf)) {
    if (line !== '' && widthOf((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line = line === '' ? piece.trimStart() : line + piece
  }
  return [...lines, line.trimEnd()]
}

function piecesOf(text: string, size: number, width: number, widthOf: WidthOf): string[] {
  const words = text.match(/[\w.,:/¥%()'’-]+\s*|\s+|[^\s]\s*/gu) ?? []
  return words.flatMap((word) => (widthOf(word.trimEnd(), size) > width ? Array.from(word) : [word]))
}
