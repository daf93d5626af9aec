import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'

export type Parcel = Schemas['ParcelResponse']
export type Batch = Schemas['BatchResponse']
export type BatchRequest = Schemas['BatchRequest']
export type Arrival = Schemas['CustodyArrivalRequest']
export type Graph = Schemas['SeenGraph']
export type Recipe = Schemas['CustodyRecipeResponse']
type SiteRequest = Schemas['SiteSiteRequest']
type ComposedKind = 'SPLIT' | 'MERGE' | 'PROCESSING' | 'COUNT'

export const COMPOSED: readonly ComposedKind[] = ['PROCESSING', 'MERGE', 'SPLIT', 'COUNT']
export const PROCESSES = ['SORTING', 'SHREDDING', 'BALING', 'MELTING', 'WASHING', 'DISMANTLING'] as const

/** What a chain is walked from, as it stands in addresses. */
export type StartKind = 'batch' | 'parcel' | 'lot' | 'deal'
export type Direction = 'BACK' | 'FORWARD' | 'BOTH'

/** Enough for every yard; more is drawn when somebody asks for it. */
export const FIRST_BATCHES = 500
export const ALL_BATCHES = 5_000

const firstPage = null as string | null

function pageOf(organisation: string, cursor: string | null) {
  return { params: { path: { id: organisation }, query: cursor === null ? {} : { cursor } } }
}

export function useParcels(organisation: Ref<string>) {
  return useInfiniteQuery({
    queryKey: ['organisation', organisation, 'parcels'],
    queryFn: ({ pageParam }) =>
      answerOf(api.GET('/api/v1/organisations/{id}/parcels', pageOf(organisation.value, pageParam))),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** Those from which a batch is composed; the sixty newest, which is more than anybody picks from by eye. */
export function useNewestParcels(organisation: Ref<string>) {
  return useQuery({
    queryKey: ['organisation', organisation, 'parcels', 'newest'],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/parcels', {
          params: { path: { id: organisation.value }, query: { limit: 60 } },
        }),
      ),
  })
}

export function useBatches(organisation: Ref<string>) {
  return useInfiniteQuery({
    queryKey: ['organisation', organisation, 'batches'],
    queryFn: ({ pageParam }) =>
      answerOf(api.GET('/api/v1/organisations/{id}/custody-batches', pageOf(organisation.value, pageParam))),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useBalance(organisation: Ref<string>) {
  return useQuery({
    queryKey: ['organisation', organisation, 'custody-balance'],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/custody-balance', {
          params: { path: { id: organisation.value } },
        }),
      ),
  })
}

export function useSites(organisation: Ref<string>) {
  return useQuery({
    queryKey: ['organisation', organisation, 'sites'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/organisations/{id}/sites', { params: { path: { id: organisation.value } } })),
  })
}

export function useRecipes() {
  return useQuery({
    queryKey: ['reference', 'custody-recipes'],
    queryFn: () => answerOf(api.GET('/api/v1/custody-recipes')),
  })
}

/** Lots for which parcels can be put together. */
export function useOfferedLots(organisation: Ref<string>) {
  return useQuery({
    queryKey: ['organisation', organisation, 'lots', 'newest'],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/lots', {
          params: { path: { id: organisation.value }, query: { limit: 60 } },
        }),
      ),
  })
}

export type Entry =
  | { kind: 'site'; site: SiteRequest }
  | { kind: 'receipt'; arrival: Arrival }
  | { kind: 'batch'; batch: BatchRequest }
  | { kind: 'opening'; siteId: string; materialCode: string; grams: number }
  | { kind: 'reversal'; batchId: string; reason: string }

/** Each is entered once, however often it is sent. */
export function useEnter(organisation: Ref<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ key, entry }: { key: string; entry: Entry }): Promise<unknown> => {
      const params = { path: { id: organisation.value }, header: { 'Idempotency-Key': key } }
      switch (entry.kind) {
        case 'site':
          return answerOf(api.POST('/api/v1/organisations/{id}/sites', { params, body: entry.site }))
        case 'receipt':
          return answerOf(
            api.POST('/api/v1/organisations/{id}/custody-receipts', { params, body: entry.arrival }),
          )
        case 'batch':
          return answerOf(
            api.POST('/api/v1/organisations/{id}/custody-batches', { params, body: entry.batch }),
          )
        case 'opening': {
          const { siteId, materialCode, grams } = entry
          return answerOf(
            api.POST('/api/v1/organisations/{id}/custody-openings', {
              params,
              body: { siteId, materialCode, grams },
            }),
          )
        }
        case 'reversal':
          return answerOf(
            api.POST('/api/v1/custody-batches/{id}/reversal', {
              params: { ...params, path: { id: entry.batchId } },
              body: { reason: entry.reason },
            }),
          )
      }
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['organisation', organisation] }),
  })
}

const START_KIND = { batch: 'BATCH', parcel: 'PARCEL', lot: 'LOT', deal: 'DEAL' } as const

/** @param supervises whether everybody's names are to be seen, as regulators do */
export function useChain(
  start: Ref<StartKind>,
  id: Ref<string>,
  direction: Ref<Direction>,
  limit: Ref<number>,
  supervises: boolean,
) {
  return useQuery({
    queryKey: ['custody-graph', start, id, direction, limit, supervises],
    queryFn: () => {
      const params = {
        path: { start: START_KIND[start.value], id: id.value },
        query: { direction: direction.value, limit: limit.value },
      }
      return answerOf(
        supervises
          ? api.GET('/api/v1/oversight/custody-graphs/{start}/{id}', { params })
          : api.GET('/api/v1/custody-graphs/{start}/{id}', { params }),
      )
    },
    enabled: computed(() => id.value !== ''),
    placeholderData: (before) => before,
    // Ten thousand nodes that each watch their members would take longer than drawing them.
    shallow: true,
    structuralSharing: false,
  })
}
