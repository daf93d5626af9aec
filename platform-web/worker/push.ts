/** What the server says in a message that only this browser can read. */
export interface Pushed {
  words: string
  /** Of the page that tells more. */
  path: string
}

const NEWS: Pushed = { words: '有新通知 · You have news', path: '/notifications' }

/** A browser must show something for every message, even for one that it cannot make out. */
export function readPush(text: string | undefined): Pushed {
  try {
    const said: unknown = JSON.parse(text ?? '')
    return isPushed(said) ? said : NEWS
  } catch {
    return NEWS
  }
}

/** News of one page takes the place of what was shown of that page before. */
export async function showPush(
  { words, path }: Pushed,
  registration: ServiceWorkerRegistration,
): Promise<void> {
  await registration.showNotification('循市 Xunshi', {
    body: words,
    tag: path,
    icon: '/icon-192.png',
    badge: '/icon-192.png',
    data: { path },
  })
}

/** The page, where it is open; else a new one: somebody may be writing on another. */
export async function openPushed(data: unknown, clients: Clients, origin: string): Promise<void> {
  const target = targetOf(data, origin)
  const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  const open = pages.find(({ url }) => new URL(url).pathname === target.pathname)
  await (open === undefined ? clients.openWindow(target.href) : open.focus())
}

/** On this site, whatever was said. */
function targetOf(data: unknown, origin: string): URL {
  const path = (data as { path?: unknown } | null)?.path
  const target = new URL(typeof path === 'string' ? path : NEWS.path, origin)
  return target.origin === origin ? target : new URL(NEWS.path, origin)
}

function isPushed(said: unknown): said is Pushed {
  const { words, path } = (said ?? {}) as Partial<Record<keyof Pushed, unknown>>
  return typeof words === 'string' && typeof path === 'string'
}
