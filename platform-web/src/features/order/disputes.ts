import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'
import { isLive } from '@/shared/live/live'

export type Dispute = Schemas['DisputeResponse']
export type DisputeEntry = Dispute['steps'][number]
type Remedy = NonNullable<Dispute['due']>
export type RemedyKind = Remedy['kind']
export type Effect = Remedy['effect']
export type Reason = Dispute['reason']
export type Case = Schemas['QueuedDisputeResponse']

/** Whose door an effect is asked at. */
export type About = { kind: 'order'; id: string; reason: Reason } | { kind: 'case'; id: string }

/** What is asked, proposed or decided; the amount is for a partial refund alone. */
export interface Wish {
  remedy: RemedyKind
  refundFen: number | undefined
}

const SOON_MS = 2_000
const PATIENT_MS = 15_000

export const REASONS: readonly Reason[] = [
  'NOT_AS_DESCRIBED',
  'DAMAGED',
  'NOT_RECEIVED',
  'COUNTERFEIT',
  'OTHER',
]

/** Faults that can be seen have to be shown. */
export function needsPhoto(reason: Reason): boolean {
  return reason !== 'NOT_RECEIVED' && reason !== 'OTHER'
}

/** What was never received cannot be returned. */
export function remediesFor(reason: Reason | undefined): RemedyKind[] {
  const all: RemedyKind[] = ['PARTIAL_REFUND', 'RETURN_AND_REFUND', 'REFUND_WITHOUT_RETURN']
  return reason === 'NOT_RECEIVED' ? all.filter((kind) => kind !== 'RETURN_AND_REFUND') : all
}

/** How much goes back; undefined while a part has no valid amount. */
export function refundFen({ remedy, refundFen: part }: Wish, priceFen: number): number | undefined {
  switch (remedy) {
    case 'NO_REFUND':
      return 0
    case 'RETURN_AND_REFUND':
    case 'REFUND_WITHOUT_RETURN':
      return priceFen
    case 'PARTIAL_REFUND':
      return part !== undefined && part > 0 && part < priceFen ? part : undefined
  }
}

/** Asks again by itself while money is on its way, and patiently where news does not come by itself. */
export function useDispute(id: Ref<string>) {
  return useQuery({
    queryKey: ['disputes', id],
    queryFn: () => answerOf(api.GET('/api/v1/disputes/{id}', { params: { path: { id: id.value } } })),
    refetchInterval: ({ state }) => {
      if (state.data?.state === 'REFUNDING') {
        return SOON_MS
      }
      return isLive.value || state.data?.deadline === null ? false : PATIENT_MS
    },
    staleTime: 0,
  })
}

/** Who would get what; the last answer stays while the next is on its way. */
export function useRefundEffect(about: Ref<About>, fen: Ref<number | undefined>) {
  return useQuery({
    queryKey: ['refund-effect', about, fen],
    queryFn: () => answerOf(effectOf(about.value, fen.value ?? 0)),
    enabled: computed(() => fen.value !== undefined),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
}

function effectOf(about: About, fen: number) {
  const path = { id: about.id }
  return about.kind === 'order'
    ? api.GET('/api/v1/orders/{id}/refund-effect', {
        params: { path, query: { refundFen: fen, reason: about.reason } },
      })
    : api.GET('/api/v1/dispute-cases/{id}/refund-effect', { params: { path, query: { refundFen: fen } } })
}

export interface Opening extends Wish {
  reason: Reason
  words: string
  photoIds: string[]
}

export function openDispute(orderId: string, opening: Opening, key: string): Promise<Dispute> {
  const { reason, words, photoIds } = opening
  return answerOf(
    api.POST('/api/v1/orders/{id}/disputes', {
      params: { path: { id: orderId }, header: { 'Idempotency-Key': key } },
      body: { reason, words, photoIds, ...wished(opening) },
    }),
  )
}

/** A step of one of the two sides. */
export type DisputeMove =
  | { kind: 'accept'; step: number }
  | ({ kind: 'propose'; words: string; photoIds: string[] } & Wish)
  | { kind: 'reject' | 'add-evidence' | 'claim-return' | 'deny-return'; words: string; photoIds: string[] }
  | { kind: 'appeal'; words: string }
  | { kind: 'escalate' | 'withdraw' | 'confirm-return' }

export function useDisputeMove(id: Ref<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (move: DisputeMove) => answerOf(send(id.value, move)),
    onSuccess: async (dispute) => {
      queries.setQueryData(['disputes', id], dispute)
      await queries.invalidateQueries({ queryKey: ['orders', dispute.orderId] })
      await queries.invalidateQueries({ queryKey: ['my'] })
    },
    // Somebody was faster: what the page shows is old.
    onError: () => queries.invalidateQueries({ queryKey: ['disputes', id] }),
  })
}

function send(id: string, move: DisputeMove) {
  const path = { id }
  const once = { path, header: { 'Idempotency-Key': newIdempotencyKey() } }
  switch (move.kind) {
    case 'accept':
      return api.POST('/api/v1/disputes/{id}/acceptance', { params: once, body: { step: move.step } })
    case 'propose':
      return api.POST('/api/v1/disputes/{id}/proposals', {
        params: once,
        body: { words: move.words, photoIds: move.photoIds, ...wished(move) },
      })
    case 'reject':
      return api.POST('/api/v1/disputes/{id}/rejection', { params: { path }, body: said(move) })
    case 'add-evidence':
      return api.POST('/api/v1/disputes/{id}/evidence', { params: once, body: said(move) })
    case 'claim-return':
      return api.POST('/api/v1/disputes/{id}/return', { params: { path }, body: said(move) })
    case 'deny-return':
      return api.POST('/api/v1/disputes/{id}/return-denial', { params: { path }, body: said(move) })
    case 'appeal':
      return api.POST('/api/v1/disputes/{id}/appeal', { params: { path }, body: { words: move.words } })
    case 'escalate':
      return api.POST('/api/v1/disputes/{id}/escalation', { params: { path } })
    case 'withdraw':
      return api.POST('/api/v1/disputes/{id}/withdrawal', { params: once })
    case 'confirm-return':
      return api.POST('/api/v1/disputes/{id}/return-confirmation', { params: once })
  }
}

/** Those that wait for an officer, the one that waits longest first. */
export function useCases() {
  return useInfiniteQuery({
    queryKey: ['dispute-cases'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/dispute-cases', {
          params: { query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: PATIENT_MS,
  })
}

export function useCase(id: Ref<string>) {
  return useQuery({
    queryKey: ['dispute-cases', id],
    queryFn: () => answerOf(api.GET('/api/v1/dispute-cases/{id}', { params: { path: { id: id.value } } })),
  })
}

export function useDecide(id: Ref<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ reasons, ...wish }: Wish & { reasons: string }) =>
      answerOf(
        api.POST('/api/v1/dispute-cases/{id}/decision', {
          params: { path: { id: id.value }, header: { 'Idempotency-Key': newIdempotencyKey() } },
          body: { reasons, ...wished(wish) },
        }),
      ),
    onSuccess: async (decided) => {
      queries.setQueryData(['dispute-cases', id], decided)
      await queries.invalidateQueries({ queryKey: ['dispute-cases'], exact: true })
    },
  })
}

function wished({ remedy, refundFen: part }: Wish) {
  return remedy === 'PARTIAL_REFUND' && part !== undefined
    ? { remedy, refund: { amount: part, currency: 'CNY' } }
    : { remedy }
}

function said({ words, photoIds }: { words: string; photoIds: string[] }) {
  return { words, photoIds }
}
