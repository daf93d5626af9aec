export const SHELL = 'shell'
export const ASSETS = 'assets'

const PAGE = '/index.html'

/** What the page itself names: its scripts, styles and pictures. */
const NAMED = /(?:src|href)="(\/[^"]+)"/g

/** Keeps the page that every address begins with, and what it names, so that it opens without a connection. */
export async function keepShell(): Promise<void> {
  const page = await fetch(PAGE)
  if (!page.ok) {
    return
  }
  const shell = await caches.open(SHELL)
  const html = await page.clone().text()
  const kept = await shell.match(PAGE)
  if (html === (await kept?.text())) {
    return
  }
  const named = [...new Set([...html.matchAll(NAMED)].map(([, path]) => path ?? PAGE))]
  const assets = await caches.open(ASSETS)
  await assets.addAll(named.filter(isAsset))
  await shell.addAll(named.filter((path) => !isAsset(path)))
  await shell.put(PAGE, page)
}

/** Its name carries a hash of what it says. */
export function isAsset(path: string): boolean {
  return path.startsWith('/assets/')
}

/** The page as the server has it now, with its head; without a connection, the one that was kept. */
export async function openPage(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (unreachable) {
    const kept = await caches.match(PAGE, { cacheName: SHELL })
    if (kept === undefined) {
      throw unreachable
    }
    return kept
  }
}
