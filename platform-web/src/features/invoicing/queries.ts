import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'

export type Invoice = Schemas['DealInvoiceResponse']
export type Owed = Schemas['DealInvoiceOwedResponse']
export type Flows = Schemas['FlowTableResponse']
export type Receipt = Schemas['ReverseInvoicingReceiptResponse']
export type BatchTable = Schemas['InvoiceBatchTableResponse']
export type RedLetter = Schemas['RedLetterRequest']

const INVOICES = ['invoicing'] as const

/** What was issued for a deal, and what has to be. */
export function useDealInvoices(deal: Ref<string>) {
  return useQuery({
    queryKey: ['deals', deal, 'invoices'],
    queryFn: () => answerOf(api.GET('/api/v1/deals/{id}/invoices', { params: { path: { id: deal.value } } })),
  })
}

export function useInvoicesOf(organisation: Ref<string>) {
  return useInfiniteQuery({
    queryKey: [...INVOICES, 'of', organisation],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/invoices', {
          params: {
            path: { id: organisation.value },
            query: pageParam === null ? {} : { cursor: pageParam },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useDealsToInvoice(organisation: Ref<string>) {
  return useInfiniteQuery({
    queryKey: [...INVOICES, 'to-invoice', organisation],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/deals-to-invoice', {
          params: {
            path: { id: organisation.value },
            query: pageParam === null ? {} : { cursor: pageParam },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

type InvoiceAct =
  | { kind: 'enter'; deal: string; body: Schemas['DealInvoiceRequest'] }
  | { kind: 'confirm'; id: string }
  | { kind: 'object'; id: string; reason: string }
  | { kind: 'reverse'; id: string; body: RedLetter }

/** What somebody does with the invoice of a deal. */
export function useInvoiceAct() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (act: InvoiceAct) => answerOf(sent(act)),
    onSettled: () =>
      Promise.all([INVOICES, ['deals']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  })
}

function sent(act: InvoiceAct) {
  const header = { 'Idempotency-Key': newIdempotencyKey() }
  switch (act.kind) {
    case 'enter':
      return api.POST('/api/v1/deals/{id}/invoices', {
        params: { path: { id: act.deal }, header },
        body: act.body,
      })
    case 'confirm':
      return api.POST('/api/v1/deal-invoices/{id}/confirmation', {
        params: { path: { id: act.id }, header },
      })
    case 'object':
      return api.POST('/api/v1/deal-invoices/{id}/objection', {
        params: { path: { id: act.id }, header },
        body: { reason: act.reason },
      })
    case 'reverse':
      return api.POST('/api/v1/deal-invoices/{id}/red-letter', {
        params: { path: { id: act.id }, header },
        body: act.body,
      })
  }
}

/** Of whom an organisation bought, and what room each has left. */
export function useReverseSellers(organisation: Ref<string>) {
  return useQuery({
    queryKey: [...INVOICES, 'sellers', organisation],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/reverse-sellers', {
          params: { path: { id: organisation.value } },
        }),
      ),
  })
}

export function useReversePurchases(organisation: Ref<string>) {
  return useInfiniteQuery({
    queryKey: [...INVOICES, 'purchases', organisation],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/reverse-purchases', {
          params: {
            path: { id: organisation.value },
            query: pageParam === null ? {} : { cursor: pageParam },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** What came into stock from residents and belongs to no purchase yet. */
export function useOpenReceipts(organisation: Ref<string>) {
  return useInfiniteQuery({
    queryKey: [...INVOICES, 'receipts', organisation],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/resident-receipts', {
          params: {
            path: { id: organisation.value },
            query: pageParam === null ? {} : { cursor: pageParam },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** Whether an organisation's licences let it invoice for people who sell it a material. */
export function useEligibility(organisation: Ref<string>, material: Ref<string | undefined>) {
  return useQuery({
    queryKey: [...INVOICES, 'eligibility', organisation, material],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/reverse-invoicing', {
          params: { path: { id: organisation.value }, query: { material: material.value ?? '' } },
        }),
      ),
    enabled: () => material.value !== undefined,
  })
}

export function useEnterPurchase(organisation: Ref<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: Schemas['ReversePurchaseRequest'] }) =>
      answerOf(
        api.POST('/api/v1/organisations/{id}/reverse-purchases', {
          params: { path: { id: organisation.value }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: INVOICES }),
  })
}

type PurchaseAct =
  | { kind: 'invoice'; id: string; body: Schemas['ReverseInvoicingInvoiceRequest'] }
  | { kind: 'reverse'; id: string; body: RedLetter }
  | { kind: 'withdraw'; id: string }

/** What somebody does with a purchase that is entered. */
export function usePurchaseAct() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (act: PurchaseAct) => answerOf(sentPurchase(act)),
    onSettled: () => queries.invalidateQueries({ queryKey: INVOICES }),
  })
}

function sentPurchase(act: PurchaseAct) {
  const params = { path: { id: act.id }, header: { 'Idempotency-Key': newIdempotencyKey() } }
  switch (act.kind) {
    case 'invoice':
      return api.POST('/api/v1/reverse-purchases/{id}/invoice', { params, body: act.body })
    case 'reverse':
      return api.POST('/api/v1/reverse-purchases/{id}/red-letter', { params, body: act.body })
    case 'withdraw':
      return api.POST('/api/v1/reverse-purchases/{id}/withdrawal', { params })
  }
}

export function useBatchesOf(organisation: Ref<string>) {
  return useInfiniteQuery({
    queryKey: [...INVOICES, 'batches', organisation],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/invoice-batches', {
          params: {
            path: { id: organisation.value },
            query: pageParam === null ? {} : { cursor: pageParam },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** For a regulator. */
export function useBatchesOfAll() {
  return useInfiniteQuery({
    queryKey: [...INVOICES, 'all-batches'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/oversight/invoice-batches', {
          params: { query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** @param whose a regulator reads anybody's */
export function useBatch(id: Ref<string | undefined>, whose: 'own' | 'any') {
  return useQuery({
    queryKey: [...INVOICES, 'batch', whose, id],
    queryFn: () => {
      const params = { path: { id: id.value ?? '' } }
      return answerOf(
        whose === 'own'
          ? api.GET('/api/v1/invoice-batches/{id}', { params })
          : api.GET('/api/v1/oversight/invoice-batches/{id}', { params }),
      )
    },
    enabled: () => id.value !== undefined,
  })
}

export function useExport(organisation: Ref<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['InvoiceBatchDaysRequest']) =>
      answerOf(
        api.POST('/api/v1/organisations/{id}/invoice-batches', {
          params: { path: { id: organisation.value }, header: { 'Idempotency-Key': newIdempotencyKey() } },
          body,
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: INVOICES }),
  })
}
