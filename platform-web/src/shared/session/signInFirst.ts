import { useRoute, useRouter } from 'vue-router'
import { useSession } from './session'

/** For a button of a public page: does what it is for, or has a visitor sign in first and come back to this page. */
export function useSignInFirst(): (act: () => void) => Promise<void> {
  const route = useRoute()
  const router = useRouter()
  const session = useSession()
  let isWaiting = false
  return async (act) => {
    if (isWaiting) {
      return
    }
    if (!session.isSignedIn) {
      // A quick press comes before the server has said who this is, and an impatient hand presses again: it counts once.
      isWaiting = true
      await session.whenKnown()
      isWaiting = false
    }
    if (session.isSignedIn) {
      act()
    } else {
      await router.push({ name: 'sign-in', query: { next: route.fullPath } })
    }
  }
}
