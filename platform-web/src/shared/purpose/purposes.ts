import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, ref, watch } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'
import { Problem } from '@/shared/api/problem'

export type Purpose = Schemas['PurposePurposeResponse']
export type PurposeKind = Purpose['kind']
export type Declaration = Schemas['PurposeDeclarationRequest']

export const PURPOSE_KINDS: readonly PurposeKind[] = [
  'INVESTIGATION',
  'ASSISTANCE',
  'COMPLAINT',
  'INSPECTION',
  'REGISTRATION',
]

/** Those that have a number, and can put off that people are told. */
export const CASES: ReadonlySet<PurposeKind> = new Set(['INVESTIGATION', 'ASSISTANCE'])

const PURPOSES = ['oversight', 'purposes']

/** Which of several the officer goes by now, on whatever page of the desk. */
const chosen = ref('')

/** What the officer has declared, and which of it covers a look now; its hours pass here too. */
export function usePurposes() {
  const { data, error, refetch } = useQuery({
    queryKey: PURPOSES,
    queryFn: () => answerOf(api.GET('/api/v1/oversight/purposes')),
  })
  const now = ref(Date.now())
  const all = computed(() =>
    data.value?.map((one) => ({ ...one, isOpen: one.isOpen && endOf(one) > now.value })),
  )
  const open = computed(() => all.value?.filter(({ isOpen }) => isOpen))
  watch(
    open,
    (purposes = [], _, onCleanup) => {
      if (purposes.length > 0) {
        const next = Math.min(...purposes.map(endOf))
        const timer = setTimeout(() => (now.value = next), next - Date.now())
        onCleanup(() => clearTimeout(timer))
      }
    },
    { immediate: true },
  )
  const current = computed(() => open.value?.find(({ id }) => id === chosen.value) ?? open.value?.[0])
  return { all, open, current, error, refetch, choose: (id: string) => (chosen.value = id) }
}

function endOf({ validUntil }: Purpose): number {
  return Date.parse(validUntil)
}

/** For looks that fail: one that is refused because its purpose is over shows that what is known of purposes is old. */
export function useRefusedLook() {
  const queries = useQueryClient()
  return async (error: Error) => {
    if (error instanceof Problem && error.code === 'purpose.over') {
      await queries.invalidateQueries({ queryKey: PURPOSES })
    }
  }
}

export function useDeclaration() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Declaration) =>
      answerOf(
        api.POST('/api/v1/oversight/purposes', {
          params: { header: { 'Idempotency-Key': newIdempotencyKey() } },
          body,
        }),
      ),
    onSuccess: async ({ id }) => {
      chosen.value = id
      await queries.invalidateQueries({ queryKey: PURPOSES })
    },
  })
}

export function usePurposeEnd() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      answerOf(api.POST('/api/v1/oversight/purposes/{id}/end', { params: { path: { id } } })),
    // Its hours may have passed meanwhile.
    onSettled: () => queries.invalidateQueries({ queryKey: PURPOSES }),
  })
}
