import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'

export type MachineClient = Schemas['MachineClientMachineClientResponse']
export type Scope = MachineClient['scopes'][number]
export type WebhookEndpoint = Schemas['WebhookEndpointWebhookEndpointResponse']
export type Delivery = Schemas['WebhookDeliveryDeliveryResponse']

export const SCOPES: readonly Scope[] = ['TRADER', 'WEIGHER', 'FINANCE', 'SIGNER']

/** Everything about an organisation's systems hangs under this key: whatever is done may change any of it. */
const CONNECTIONS = ['connections']

/** While something waits to be delivered, the log is asked for again. */
const LOOK_AGAIN_MS = 3_000

export function useMachineClients(id: Ref<string>) {
  return useQuery({
    queryKey: [...CONNECTIONS, 'clients', id],
    queryFn: () =>
      answerOf(api.GET('/api/v1/organisations/{id}/machine-clients', { params: { path: { id: id.value } } })),
  })
}

export function useWebhookEndpoints(id: Ref<string>) {
  return useQuery({
    queryKey: [...CONNECTIONS, 'endpoints', id],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/webhook-endpoints', { params: { path: { id: id.value } } }),
      ),
  })
}

export function useEventTypes() {
  return useQuery({
    queryKey: ['webhook-event-types'],
    queryFn: () => answerOf(api.GET('/api/v1/webhook-event-types')),
    staleTime: Infinity,
  })
}

/** The newest first. */
export function useDeliveries(id: Ref<string>, endpoint: Ref<string>, state: Ref<Delivery['state'] | 'ALL'>) {
  return useInfiniteQuery({
    queryKey: [...CONNECTIONS, 'deliveries', id, endpoint, state],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/webhook-endpoints/{endpoint}/deliveries', {
          params: {
            path: { id: id.value, endpoint: endpoint.value },
            query: {
              ...(state.value === 'ALL' ? {} : { state: state.value }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state: { data } }) =>
      data?.pages[0]?.items.some((one) => one.state === 'WAITING' && one.attempts < 2) === true
        ? LOOK_AGAIN_MS
        : false,
  })
}

export function useDelivery(id: Ref<string>, endpoint: Ref<string>, delivery: Ref<string>) {
  return useQuery({
    queryKey: [...CONNECTIONS, 'delivery', id, endpoint, delivery],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/webhook-endpoints/{endpoint}/deliveries/{delivery}', {
          params: { path: { id: id.value, endpoint: endpoint.value, delivery: delivery.value } },
        }),
      ),
  })
}

/** Something that is done about an organisation's systems. */
export function useConnectionAction<In, Out>(act: (input: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: CONNECTIONS }),
  })
}
