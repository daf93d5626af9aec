import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { ref } from 'vue'
import { answerOf, api } from '@/shared/api/client'
import { pushAbility, switchPushOff, switchPushOn } from '@/shared/push/push'
import { useSession } from '@/shared/session/session'

const PUSH = ['my', 'push-subscription']

/** Whether the reader is told on this device while no page is open, and how they change that. */
export function usePush() {
  const queries = useQueryClient()
  const session = useSession()
  const ability = ref(pushAbility())
  const { data, error, refetch } = useQuery({
    queryKey: PUSH,
    queryFn: () => answerOf(api.GET('/api/v1/my/push-subscription')),
  })
  const change = useMutation({
    mutationFn: async (on: boolean) => {
      if (!on) {
        await switchPushOff()
      } else if (session.account !== null && typeof data.value?.publicKey === 'string') {
        await switchPushOn(session.account.id, data.value.publicKey)
      }
    },
    onSettled: () => {
      ability.value = pushAbility()
      return queries.invalidateQueries({ queryKey: PUSH })
    },
  })
  return { ability, data, error, refetch, change }
}
