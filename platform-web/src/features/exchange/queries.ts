import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'

export type Lot = Schemas['LotResponse']
export type LotTerms = Schemas['LotRequest']
export type Demand = Schemas['DemandResponse']
export type DemandTerms = Schemas['DemandRequest']
export type Receipt = Schemas['StockReceiptRequest']
type Correction = Schemas['StockCorrectionRequest']

const firstPage = null as string | null

export function readLot(id: string) {
  return answerOf(api.GET('/api/v1/lots/{id}', { params: { path: { id } } }))
}

export function useLot(id: Ref<string>) {
  return useQuery({ queryKey: ['lots', id], queryFn: () => readLot(id.value) })
}

export function readDemand(id: string) {
  return answerOf(api.GET('/api/v1/demands/{id}', { params: { path: { id } } }))
}

export function useDemand(id: Ref<string>) {
  return useQuery({ queryKey: ['demands', id], queryFn: () => readDemand(id.value) })
}

export function useFittingDemands(lotId: Ref<string>) {
  return useQuery({
    queryKey: ['lots', lotId, 'fitting'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/lots/{id}/fitting-demands', { params: { path: { id: lotId.value } } })),
  })
}

export function useFittingLots(demandId: Ref<string>) {
  return useQuery({
    queryKey: ['demands', demandId, 'fitting'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/demands/{id}/fitting-lots', { params: { path: { id: demandId.value } } })),
  })
}

function useOwn(organisation: Ref<string>) {
  return {
    enabled: computed(() => organisation.value !== ''),
    initialPageParam: firstPage,
    pageOf: (cursor: string | null) => ({
      params: {
        path: { id: organisation.value },
        query: cursor === null ? {} : { cursor },
      },
    }),
  }
}

export function useOwnLots(organisation: Ref<string>) {
  const { enabled, initialPageParam, pageOf } = useOwn(organisation)
  return useInfiniteQuery({
    queryKey: ['organisation', organisation, 'lots'],
    queryFn: ({ pageParam }) => answerOf(api.GET('/api/v1/organisations/{id}/lots', pageOf(pageParam))),
    initialPageParam,
    getNextPageParam: (page) => page.nextCursor,
    enabled,
  })
}

export function useOwnDemands(organisation: Ref<string>) {
  const { enabled, initialPageParam, pageOf } = useOwn(organisation)
  return useInfiniteQuery({
    queryKey: ['organisation', organisation, 'demands'],
    queryFn: ({ pageParam }) => answerOf(api.GET('/api/v1/organisations/{id}/demands', pageOf(pageParam))),
    initialPageParam,
    getNextPageParam: (page) => page.nextCursor,
    enabled,
  })
}

export function useMovements(organisation: Ref<string>) {
  const { enabled, initialPageParam, pageOf } = useOwn(organisation)
  return useInfiniteQuery({
    queryKey: ['organisation', organisation, 'stock-movements'],
    queryFn: ({ pageParam }) =>
      answerOf(api.GET('/api/v1/organisations/{id}/stock-movements', pageOf(pageParam))),
    initialPageParam,
    getNextPageParam: (page) => page.nextCursor,
    enabled,
  })
}

export function useStock(organisation: Ref<string>) {
  return useQuery({
    queryKey: ['organisation', organisation, 'stock'],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/stock', {
          params: { path: { id: organisation.value } },
        }),
      ),
    enabled: computed(() => organisation.value !== ''),
  })
}

export function useStockPositions(organisation: Ref<string>) {
  return useQuery({
    queryKey: ['organisation', organisation, 'stock', 'positions'],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/stock-positions', {
          params: { path: { id: organisation.value } },
        }),
      ),
    enabled: computed(() => organisation.value !== ''),
  })
}

/** Enters what came in, or what a count found; each is entered once, however often it is sent. */
export function useMoveStock(organisation: Ref<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ key, move }: { key: string; move: StockMove }) => {
      const params = {
        path: { id: organisation.value },
        header: { 'Idempotency-Key': key },
      }
      return answerOf(
        move.kind === 'receipt'
          ? api.POST('/api/v1/organisations/{id}/stock-receipts', { params, body: move.receipt })
          : api.POST('/api/v1/organisations/{id}/stock-corrections', {
              params,
              body: move.correction,
            }),
      )
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['organisation', organisation] }),
  })
}

export type StockMove = { kind: 'receipt'; receipt: Receipt } | { kind: 'correction'; correction: Correction }

function useRefresh() {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      ['lots', 'demands', 'organisation'].map((what) => queries.invalidateQueries({ queryKey: [what] })),
    )
}

/** Offers a lot, or changes the one that is given. */
export function useSayLot() {
  const onSuccess = useRefresh()
  const key = newIdempotencyKey()
  return useMutation({
    mutationFn: ({
      lot,
      organisation,
      terms,
    }: {
      lot: Lot | undefined
      organisation: string
      terms: LotTerms
    }) =>
      answerOf(
        lot === undefined
          ? api.POST('/api/v1/organisations/{id}/lots', {
              params: { path: { id: organisation }, header: { 'Idempotency-Key': key } },
              body: terms,
            })
          : api.PUT('/api/v1/lots/{id}', {
              params: { path: { id: lot.id }, header: { 'If-Match': `"${String(lot.version)}"` } },
              body: terms,
            }),
      ),
    onSuccess,
  })
}

/** Posts a demand, or changes the one that is given. */
export function useSayDemand() {
  const onSuccess = useRefresh()
  const key = newIdempotencyKey()
  return useMutation({
    mutationFn: ({
      demand,
      organisation,
      terms,
    }: {
      demand: Demand | undefined
      organisation: string
      terms: DemandTerms
    }) =>
      answerOf(
        demand === undefined
          ? api.POST('/api/v1/organisations/{id}/demands', {
              params: { path: { id: organisation }, header: { 'Idempotency-Key': key } },
              body: terms,
            })
          : api.PUT('/api/v1/demands/{id}', {
              params: { path: { id: demand.id }, header: { 'If-Match': `"${String(demand.version)}"` } },
              body: terms,
            }),
      ),
    onSuccess,
  })
}

export function useWithdrawLot() {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: (id: string) =>
      answerOf(api.POST('/api/v1/lots/{id}/withdrawal', { params: { path: { id } } })),
    onSettled,
  })
}

export function useEndDemand() {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: ({ id, met }: { id: string; met: boolean }) =>
      answerOf(api.POST('/api/v1/demands/{id}/ending', { params: { path: { id } }, body: { met } })),
    onSettled,
  })
}

/** What prices can hang on. */
export function useReferenceSeries() {
  return useQuery({
    queryKey: ['prices', 'series'],
    queryFn: () => answerOf(api.GET('/api/v1/reference-series')),
  })
}
