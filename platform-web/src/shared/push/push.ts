import { answerOf, api } from '@/shared/api/client'
import { locale } from '@/shared/i18n/locale'

/** Who switched it on here: whoever else signs in with this browser has not. */
const REMEMBERED = 'xunshi.push'

/** What can be done about this browser; an iPhone shows notifications of what lies on its home screen, and of no page. */
export type PushAbility = 'possible' | 'when-installed' | 'denied' | 'impossible'

export function pushAbility(): PushAbility {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) {
    return isAppleTouch() ? 'when-installed' : 'impossible'
  }
  return Notification.permission === 'denied' ? 'denied' : 'possible'
}

/** An iPad says that it is a Macintosh, which has no touch screen. */
function isAppleTouch(): boolean {
  const { userAgent, maxTouchPoints } = navigator
  return /iPhone|iPad/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1)
}

/** Asks the reader for permission, which browsers allow only after a click; false where they do not give it. */
export async function switchPushOn(account: string, publicKey: string): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') {
    return false
  }
  const manager = await pushManager()
  if (manager === undefined) {
    return false
  }
  await register(manager, publicKey)
  remember(account)
  return true
}

export async function switchPushOff(): Promise<void> {
  await answerOf(api.DELETE('/api/v1/my/push-subscription'))
  await forgetPush()
}

/** Of a session that is over the server knows by itself. */
export async function forgetPush(): Promise<void> {
  if (remembered() === null) {
    return
  }
  remember(null)
  const manager = await pushManager()
  await (await manager?.getSubscription())?.unsubscribe()
}

/**
 * Goes on where the same person is signed in anew, speaks the language that the page speaks now, and mends a
 * subscription that the browser has given up.
 */
export async function goOnPushing(account: string): Promise<void> {
  if (remembered() !== account || pushAbility() !== 'possible' || Notification.permission !== 'granted') {
    return
  }
  const manager = await pushManager()
  const { publicKey } = await answerOf(api.GET('/api/v1/my/push-subscription'))
  if (manager !== undefined && publicKey !== null) {
    await register(manager, publicKey)
  }
}

async function register(manager: PushManager, publicKey: string): Promise<void> {
  const { endpoint, keys } = (await subscription(manager, publicKey)).toJSON()
  await answerOf(
    api.PUT('/api/v1/my/push-subscription', {
      body: {
        endpoint: endpoint ?? '',
        keys: { p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' },
        language: locale.value,
      },
    }),
  )
}

/** A browser subscribes to one key at a time. */
async function subscription(manager: PushManager, publicKey: string): Promise<PushSubscription> {
  const wanted: PushSubscriptionOptionsInit = { userVisibleOnly: true, applicationServerKey: publicKey }
  try {
    return await manager.subscribe(wanted)
  } catch (refused) {
    const other = await manager.getSubscription()
    if (other === null) {
      throw refused
    }
    await other.unsubscribe()
    return manager.subscribe(wanted)
  }
}

async function pushManager(): Promise<PushManager | undefined> {
  return (await navigator.serviceWorker.getRegistration())?.pushManager
}

function remembered(): string | null {
  try {
    return localStorage.getItem(REMEMBERED)
  } catch {
    return null
  }
}

function remember(account: string | null): void {
  try {
    if (account === null) {
      localStorage.removeItem(REMEMBERED)
    } else {
      localStorage.setItem(REMEMBERED, account)
    }
  } catch {
    // Storage may be forbidden; then it ends with the session.
  }
}
