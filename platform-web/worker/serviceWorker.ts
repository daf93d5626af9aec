import { clientsClaim, type WorkboxPlugin } from 'workbox-core'
import { ExpirationPlugin } from 'workbox-expiration'
import { registerRoute } from 'workbox-routing'
import { CacheFirst, NetworkFirst } from 'workbox-strategies'
import { fateOf, isPersonal, isPublic, saidWhen } from './answers'
import { openPushed, readPush, showPush } from './push'
import { ASSETS, isAsset, keepShell, openPage, SHELL } from './shell'

declare const self: ServiceWorkerGlobalScope

const DAY_SECONDS = 24 * 60 * 60
const PATIENCE_SECONDS = 6
const PERSONAL = 'personal'

/** Not pages of the client: the API, the log, photos, health. */
const NOT_PAGES = /^\/(api|log|media|actuator|v3)(\/|$)/

const datesKeptAnswers: WorkboxPlugin = {
  cachedResponseWillBeUsed: ({ cachedResponse }) =>
    Promise.resolve(cachedResponse === undefined ? null : saidWhen(cachedResponse)),
}

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell())
  void self.skipWaiting()
})
clientsClaim()

registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin && request.mode === 'navigate' && !NOT_PAGES.test(url.pathname),
  ({ request, event }) => {
    const page = openPage(request)
    // A release has other scripts; once the page is here, the kept one follows.
    event.waitUntil(page.then(keepShell).catch(() => undefined))
    return page
  },
)

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && isAsset(url.pathname),
  new CacheFirst({ cacheName: ASSETS, plugins: [keeping(300, 60)] }),
)

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /^\/[^/]+\.(svg|png|json)$/.test(url.pathname),
  new NetworkFirst({ cacheName: SHELL }),
)

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/media/'),
  new CacheFirst({ cacheName: 'photos', plugins: [keeping(300, 30)] }),
)

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && isPublic(url.pathname),
  new NetworkFirst({
    cacheName: 'public',
    networkTimeoutSeconds: PATIENCE_SECONDS,
    plugins: [keeping(200, 7), datesKeptAnswers],
  }),
)

const personalAnswers = new NetworkFirst({
  cacheName: PERSONAL,
  networkTimeoutSeconds: PATIENCE_SECONDS,
  plugins: [
    keeping(100, 7),
    datesKeptAnswers,
    {
      cacheWillUpdate: async ({ request, response }) => {
        const fate = await fateOf(new URL(request.url).pathname, response)
        if (fate === 'forget') {
          await forgetPerson()
        }
        return fate === 'keep' ? response : null
      },
    },
  ],
})
registerRoute(({ url, sameOrigin }) => sameOrigin && isPersonal(url.pathname), personalAnswers)

for (const method of ['POST', 'DELETE'] as const) {
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && url.pathname === '/api/v1/session',
    async ({ request }) => {
      const answer = await fetch(request)
      await forgetPerson()
      return answer
    },
    method,
  )
}

self.addEventListener('push', (event) => {
  event.waitUntil(showPush(readPush(event.data?.text()), self.registration))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openPushed(event.notification.data, self.clients, self.location.origin))
})

function keeping(maxEntries: number, days: number): ExpirationPlugin {
  return new ExpirationPlugin({ maxEntries, maxAgeSeconds: days * DAY_SECONDS, purgeOnQuotaError: true })
}

async function forgetPerson(): Promise<void> {
  await caches.delete(PERSONAL)
}
