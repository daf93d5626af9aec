import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'

export type Account = Schemas['AccountResponse']
export type Role = Account['roles'][number]

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

  /** If the server cannot be reached, everybody is a visitor until the page is loaded again. */
  async function load(): Promise<void> {
    try {
      const session = await answerOf(api.GET('/api/v1/session'))
      account.value = session.account
    } catch {
      account.value = null
    }
  }

  function begin(who: Account): void {
    account.value = who
  }

  async function signOut(): Promise<void> {
    await answerOf(api.DELETE('/api/v1/session'))
    account.value = null
  }

  return { account, isSignedIn, has, whenKnown, begin, signOut }
})
