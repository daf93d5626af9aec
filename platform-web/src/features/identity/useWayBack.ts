import { useRoute, useRouter, type RouteLocationRaw } from 'vue-router'

/** Where a visitor wanted to go before signing in. Only paths of our own: a link must not send people elsewhere. */
export function useWayBack() {
  const route = useRoute()
  const router = useRouter()
  const next = () => {
    const wanted = route.query['next']
    return typeof wanted === 'string' && /^\/(?![/\\])/.test(wanted) ? wanted : '/'
  }
  return {
    goBack: () => router.replace(next()),
    /** Another way in that keeps the destination. */
    keeping: (name: string): RouteLocationRaw => ({ name, query: route.query }),
  }
}
