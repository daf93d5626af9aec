import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answerOf, api } from '@/shared/api/client'
import { useSession } from '@/shared/session/session'

/** The organisations that the reader acts for, and what they may do there. */
export function useMyTrading() {
  const session = useSession()
  const { data, error, refetch } = useQuery({
    queryKey: ['my', 'organisations'],
    queryFn: () => answerOf(api.GET('/api/v1/my/organisations')),
    enabled: computed(() => session.isSignedIn),
  })
  const organisations = computed(() =>
    data.value?.map(({ organisation, roles }) => ({ ...organisation, roles })),
  )

  function has(id: string, ...roles: readonly string[]): boolean {
    const mine = organisations.value?.find((one) => one.id === id)
    return mine?.roles.some((role) => role === 'OWNER' || roles.includes(role)) ?? false
  }

  return {
    organisations,
    error,
    refetch,
    tradesFor: (id: string) => has(id, 'TRADER'),
    paysFor: (id: string) => has(id, 'TRADER', 'FINANCE'),
    managesMoneyOf: (id: string) => has(id, 'FINANCE'),
    weighsFor: (id: string) => has(id, 'TRADER', 'WEIGHER'),
  }
}
