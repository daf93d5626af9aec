import { QueryClient } from '@tanstack/vue-query'
import { Problem } from './problem'

const RETRIES_MAX = 2
const FRESH_MS = 15_000

/** Asks again only what may go better the next time. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        networkMode: 'always',
        retry: (failures, error) => failures < RETRIES_MAX && error instanceof Problem && error.isPassing,
      },
      mutations: { networkMode: 'always' },
    },
  })
}
