import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'
import { forgetPush } from '@/shared/push/push'

export type Account = Schemas['AccountResponse']
export type Role = Account['roles'][number]

/** Before each time that the server is asked. */
const PAUSES_MS = [0, 400, 1200]

/** Who uses this browser. */
export const useSession = defineStore('session', () => {
  const account = ref<Account | null>(null)
  const isSignedIn = computed(() => account.value !== null)

  function has(role: Role): boolean {
    return account.value?.roles.includes(role) ?? false
  }

  let known: Promise<void> | undefined

  /** Asks the server once. */
  function whenKnown(): Promise<void> {
    return (known ??= load())
  }

  /**
   * Who is signed in must not be shown the door because one answer was lost. If the server cannot be reached at all,
   * everybody is a visitor until the page is loaded again.
   */
  async function load(): Promise<void> {
    for (const pause of PAUSES_MS) {
      await new Promise((resolve) => setTimeout(resolve, pause))
      try {
        account.value = (await answerOf(api.GET('/api/v1/session'))).account
        return
      } catch {
        account.value = null
      }
    }
  }

  function begin(who: Account): void {
    account.value = who
  }

  async function signOut(): Promise<void> {
    await answerOf(api.DELETE('/api/v1/session'))
    account.value = null
    // Nobody waits for it: the server tells nobody whose session is over.
    forgetPush().catch(() => undefined)
  }

  return { account, isSignedIn, has, whenKnown, begin, signOut }
})
