import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, ref } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'

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

/** What the officer has declared, and which of it covers a look now. */
export function usePurposes() {
  const { data, error, refetch } = useQuery({
    queryKey: PURPOSES,
    queryFn: () => answerOf(api.GET('/api/v1/oversight/purposes')),
  })
  const open = computed(() => data.value?.filter(({ isOpen }) => isOpen))
  const current = computed(() => open.value?.find(({ id }) => id === chosen.value) ?? open.value?.[0])
  return { all: data, open, current, error, refetch, choose: (id: string) => (chosen.value = id) }
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
