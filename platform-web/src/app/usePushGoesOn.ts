import { watch } from 'vue'
import { locale } from '@/shared/i18n/locale'
import { goOnPushing } from '@/shared/push/push'
import { useSession } from '@/shared/session/session'

/** Notifications on this device, switched on once, stay on for the same person, and in the language that they read. */
export function usePushGoesOn(): void {
  const session = useSession()
  watch(
    [() => session.account?.id, locale],
    ([account]) => {
      if (account !== undefined) {
        // It is tried again when the next page is loaded.
        goOnPushing(account).catch(() => undefined)
      }
    },
    { immediate: true },
  )
}
