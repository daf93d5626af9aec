const CACHE = 'shell'
const PAGE = '/index.html'

/** What the page itself names: its scripts, styles and pictures. */
const NAMED = /(?:src|href)="(\/[^"]+)"/g

/** Keeps the page that every address begins with, and what it names, so that it opens without a connection. */
export async function keepShell(): Promise<void> {
  const page = await fetch(PAGE)
  if (!page.ok) {
    return
  }
  const cache = await caches.open(CACHE)
  const html = await page.clone().text()
  const kept = await cache.match(PAGE)
  if (html === (await kept?.text())) {
    return
  }
  await cache.addAll([...html.matchAll(NAMED)].map(([, path]) => path ?? PAGE))
  await cache.put(PAGE, page)
}

/** The page as the server has it now, with its head; without a connection, the one that was kept. */
export async function openPage(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (unreachable) {
    const kept = await caches.match(PAGE, { cacheName: CACHE })
    if (kept === undefined) {
      throw unreachable
    }
    return kept
  }
}
