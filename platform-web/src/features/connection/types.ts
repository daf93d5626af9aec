/** What an event type is called in our texts: `io.xunshi.lot.published` is `lot.published`. */
export function nameOf(type: string): string {
  return type.replace(/^io\.xunshi\./, '')
}

/** Types by what they are about, in their order: lots, deals, deliveries … */
export function grouped(types: readonly string[]): { about: string; types: string[] }[] {
  const groups = new Map<string, string[]>()
  for (const type of types) {
    const about = nameOf(type).split('.')[0] ?? ''
    groups.set(about, [...(groups.get(about) ?? []), type])
  }
  return [...groups].map(([about, those]) => ({ about, types: those }))
}
