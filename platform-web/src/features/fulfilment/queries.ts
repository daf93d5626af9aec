import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'
import type { Formula } from '@/shared/trading/formula'

export type Delivery = Schemas['FulfilmentResponse']
export type Load = Schemas['FulfilmentLoadResponse']
export type Claim = Schemas['FulfilmentClaimResponse']
export type Statement = Schemas['FulfilmentStatementResponse']
export type Calling = Schemas['FulfilmentCallingResponse']
export type SettledPrice = Schemas['SettledPriceSettledPriceResponse']
export type Attribute = Schemas['FulfilmentAttributeResponse']
export type Remedy = Schemas['RemedyRequest']
export type Reading = Schemas['ReadingRequest']
export type Device = Schemas['WeighDevice']
export type Ticket = Schemas['WeighingScaleTicketRequest']

/** Readers who act for a side see theirs; officers see any. */
export type Reader = 'side' | 'officer'

const LOOK_AGAIN_MS = 10_000

export function useDelivery(id: Ref<string>) {
  return useQuery({
    queryKey: ['deals', id, 'fulfilment'],
    queryFn: () => answerOf(api.GET('/api/v1/deals/{id}/fulfilment', { params: { path: { id: id.value } } })),
    // The other side acts meanwhile.
    refetchInterval: ({ state }) => (state.data?.deadline == null ? false : LOOK_AGAIN_MS),
  })
}

/** What a tonne would come to, with a price called on a day as the last one that is known; nothing without a call. */
export function useCallPreview(request: Ref<CallPreview | undefined>) {
  return useQuery({
    queryKey: ['price-preview', 'call', request],
    queryFn: async ({ signal }) => {
      if (request.value === undefined) {
        throw new Error('Nothing to compute')
      }
      const { formula, calls, day, series } = request.value
      const quotes = await answerOf(api.GET('/api/v1/reference-series', { signal }))
      const assumed = quotes
        .filter(({ code }) => series.includes(code))
        .flatMap(({ code, last }) =>
          last.slice(0, 1).map(({ fenPerTonne }) => ({ series: code, day, fenPerTonne })),
        )
      return answerOf(
        api.POST('/api/v1/price-previews', {
          body: { formula, calls, assumed, assays: [], rejects: [] },
          signal,
        }),
      )
    },
    enabled: () => request.value !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  })
}

/** @param calls with the one that is thought of, which is for the day */
interface CallPreview {
  formula: Formula
  series: readonly string[]
  day: string
  calls: { day: string; grams: number }[]
}

/** What an organisation's own deals were settled at. */
export function useSettledPrices(organisation: Ref<string>) {
  return useQuery({
    queryKey: ['organisation', organisation, 'settled-prices'],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/settled-prices', {
          params: { path: { id: organisation.value } },
        }),
      ),
  })
}

export function useCases() {
  return useQuery({
    queryKey: ['fulfilment-cases'],
    queryFn: () => answerOf(api.GET('/api/v1/fulfilment-cases')),
  })
}

export function useToWeigh(organisation: Ref<string>) {
  return useQuery({
    queryKey: ['organisation', organisation, 'deliveries-to-weigh'],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/deliveries-to-weigh', {
          params: { path: { id: organisation.value } },
        }),
      ),
  })
}

export function useDevices(organisation: Ref<string>) {
  return useQuery({
    queryKey: ['organisation', organisation, 'weigh-devices'],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/weigh-devices', { params: { path: { id: organisation.value } } }),
      ),
  })
}

export function useKeepDevice(organisation: Ref<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (device: Schemas['WeighingWeighDeviceRequest']) =>
      answerOf(
        api.POST('/api/v1/organisations/{id}/weigh-devices', {
          params: { path: { id: organisation.value }, header: { 'Idempotency-Key': newIdempotencyKey() } },
          body: device,
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['organisation', organisation] }),
  })
}

/** Everything that one of the two sides does about a delivery. */
export type Act =
  | { kind: 'dispatch'; body: Schemas['FulfilmentDispatchRequest'] }
  | { kind: 'sample'; body: Schemas['FulfilmentSampleRequest'] }
  | { kind: 'assay'; body: Schemas['FulfilmentSideAssayRequest'] }
  | { kind: 'umpire'; body: Schemas['FulfilmentUmpireRequest'] }
  | { kind: 'count'; load: string; body: Schemas['WeighingCountRequest'] }
  | { kind: 'stand-by'; load: string; body: Schemas['WeighingTicketAgreement'] }
  | { kind: 'import'; body: Schemas['WeighingTicketFileRequest'] }
  | { kind: 'accept' }
  | { kind: 'call'; key: string; body: Schemas['PriceCallPriceCallRequest'] }
  | { kind: 'claim'; body: Schemas['ClaimClaimRequest'] }
  | { kind: 'offer'; body: Schemas['ClaimClaimOfferRequest'] }
  | { kind: 'evidence'; body: Schemas['ClaimClaimEvidenceRequest'] }
  | { kind: 'agree' | 'escalate'; organisationId: string }
  | { kind: 'withdraw' }

function perform(id: string, act: Act) {
  const params = { path: { id }, header: { 'Idempotency-Key': newIdempotencyKey() } }
  switch (act.kind) {
    case 'dispatch':
      return api.POST('/api/v1/deals/{id}/loads', { params, body: act.body })
    case 'sample':
      return api.POST('/api/v1/deals/{id}/sample', { params, body: act.body })
    case 'assay':
      return api.POST('/api/v1/deals/{id}/assays', { params, body: act.body })
    case 'umpire':
      return api.POST('/api/v1/deals/{id}/umpire', { params, body: act.body })
    case 'count':
      return api.POST('/api/v1/loads/{id}/count', {
        params: { ...params, path: { id: act.load } },
        body: act.body,
      })
    case 'stand-by':
      return api.POST('/api/v1/loads/{id}/third-ticket/agreement', {
        params: { ...params, path: { id: act.load } },
        body: act.body,
      })
    case 'import':
      return api.POST('/api/v1/deals/{id}/ticket-imports', { params, body: act.body })
    case 'accept':
      return api.POST('/api/v1/deals/{id}/acceptance', { params })
    case 'call':
      return api.POST('/api/v1/deals/{id}/price-calls', {
        params: { ...params, header: { 'Idempotency-Key': act.key } },
        body: act.body,
      })
    case 'claim':
      return api.POST('/api/v1/deals/{id}/claims', { params, body: act.body })
    case 'offer':
      return api.POST('/api/v1/deals/{id}/claim/offers', { params, body: act.body })
    case 'evidence':
      return api.POST('/api/v1/deals/{id}/claim/evidence', { params, body: act.body })
    case 'agree':
      return api.POST('/api/v1/deals/{id}/claim/agreement', {
        params,
        body: { organisationId: act.organisationId },
      })
    case 'escalate':
      return api.POST('/api/v1/deals/{id}/claim/escalation', {
        params,
        body: { organisationId: act.organisationId },
      })
    case 'withdraw':
      return api.POST('/api/v1/deals/{id}/claim/withdrawal', { params })
  }
}

export function useAct(id: Ref<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (act: Act) => answerOf<Delivery>(perform(id.value, act)),
    onSuccess: (delivery) => queries.setQueryData(['deals', id, 'fulfilment'], delivery),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['deals', id] })
      await queries.invalidateQueries({ queryKey: ['organisation'] })
    },
  })
}

/** What an officer decides. */
export type Verdict =
  | { kind: 'umpire'; laboratory: string }
  | { kind: 'reading'; reading: Reading }
  | { kind: 'decision'; remedy: Remedy; reasons: string }

export function useDecide(id: Ref<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (verdict: Verdict) => {
      const params = { path: { id: id.value }, header: { 'Idempotency-Key': newIdempotencyKey() } }
      switch (verdict.kind) {
        case 'umpire':
          return answerOf(
            api.POST('/api/v1/fulfilment-cases/{id}/umpire', {
              params,
              body: { laboratory: verdict.laboratory },
            }),
          )
        case 'reading':
          return answerOf(
            api.POST('/api/v1/fulfilment-cases/{id}/umpire-assay', { params, body: verdict.reading }),
          )
        case 'decision':
          return answerOf(
            api.POST('/api/v1/fulfilment-cases/{id}/decision', {
              params,
              body: { remedy: verdict.remedy, reasons: verdict.reasons },
            }),
          )
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['fulfilment-cases'] }),
  })
}
