/**
 * Lets the browser keep what somebody has seen, for where there is no connection. It is asked for when the page stands, so
 * that it takes nothing from a first visit; a browser that refuses goes on without it.
 */
export function installServiceWorker(): void {
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    navigator.serviceWorker.register('/serviceWorker.js').catch(() => undefined)
  }
}
