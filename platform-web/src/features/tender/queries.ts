import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'

export type Tender = Schemas['TenderResponse']
export type TenderSummary = Schemas['TenderSummary']
export type TenderLine = Schemas['TenderLineResponse']
export type TenderRequest = Schemas['TenderRequest']
export type Demand = Schemas['DemandResponse']
export type Lot = Schemas['LotResponse']
export type Quote = Schemas['QuoteResponse']
export type ComparedLine = Schemas['ComparisonComparedLine']
export type ComparedQuote = Schemas['ComparisonComparedQuote']
export type Pick = Schemas['QuotePickRequest']
type QuoteRequest = Schemas['QuoteLineRequest']

const firstPage = null as string | null

/** Lots of one's own that a quote chooses from. */
const OWN_LOTS = 60

export function useTenders(openOnly: Ref<boolean>) {
  return useInfiniteQuery({
    queryKey: ['tenders', 'published', openOnly],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/tenders', {
          params: { query: { open: openOnly.value, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useOwnTenders(organisation: Ref<string>) {
  return useInfiniteQuery({
    queryKey: ['organisation', organisation, 'tenders'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/tenders', {
          params: {
            path: { id: organisation.value },
            query: pageParam === null ? {} : { cursor: pageParam },
          },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useOwnQuotes(organisation: Ref<string>) {
  return useInfiniteQuery({
    queryKey: ['organisation', organisation, 'tender-quotes'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/tender-quotes', {
          params: {
            path: { id: organisation.value },
            query: pageParam === null ? {} : { cursor: pageParam },
          },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** What an organisation quotes for one tender. */
export function useQuotesFor(organisation: Ref<string>, tender: Ref<string>) {
  return useQuery({
    queryKey: ['organisation', organisation, 'tender-quotes', tender],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/tender-quotes/{tender}', {
          params: { path: { id: organisation.value, tender: tender.value } },
        }),
      ),
    enabled: computed(() => organisation.value !== ''),
  })
}

/** An organisation's own lots that are on offer, newest first. */
export function useLotsToQuote(organisation: Ref<string>) {
  return useQuery({
    queryKey: ['organisation', organisation, 'lots', 'to-quote'],
    queryFn: async () => {
      const page = await answerOf(
        api.GET('/api/v1/organisations/{id}/lots', {
          params: { path: { id: organisation.value }, query: { limit: OWN_LOTS } },
        }),
      )
      return page.items.filter(({ state }) => state === 'OFFERED')
    },
    enabled: computed(() => organisation.value !== ''),
  })
}

export function readTender(id: string) {
  return answerOf(api.GET('/api/v1/tenders/{id}', { params: { path: { id } } }))
}

export function readDemand(id: string) {
  return answerOf(api.GET('/api/v1/demands/{id}', { params: { path: { id } } }))
}

export function useTender(id: Ref<string>) {
  return useQuery({ queryKey: ['tenders', id], queryFn: () => readTender(id.value) })
}

export function useComparison(id: Ref<string>) {
  return useQuery({
    queryKey: ['tenders', id, 'comparison'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/tenders/{id}/comparison', { params: { path: { id: id.value } } })),
  })
}

function useRefresh() {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      ['tenders', 'organisation', 'lots', 'deals'].map((what) =>
        queries.invalidateQueries({ queryKey: [what] }),
      ),
    )
}

/** Drafts a tender, or changes the draft that is given. */
export function useSayTender() {
  const onSuccess = useRefresh()
  const key = newIdempotencyKey()
  return useMutation({
    mutationFn: ({
      tender,
      organisation,
      request,
    }: {
      tender: Tender | undefined
      organisation: string
      request: TenderRequest
    }) =>
      answerOf(
        tender === undefined
          ? api.POST('/api/v1/organisations/{id}/tenders', {
              params: { path: { id: organisation }, header: { 'Idempotency-Key': key } },
              body: request,
            })
          : api.PUT('/api/v1/tenders/{id}', {
              params: { path: { id: tender.id }, header: { 'If-Match': `"${String(tender.version)}"` } },
              body: request,
            }),
      ),
    onSuccess,
  })
}

export function usePublishTender() {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: (id: string) =>
      answerOf(api.POST('/api/v1/tenders/{id}/publication', { params: { path: { id } } })),
    onSettled,
  })
}

export function useCancelTender() {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      answerOf(api.POST('/api/v1/tenders/{id}/cancellation', { params: { path: { id } }, body: { reason } })),
    onSettled,
  })
}

export function useAsk(id: Ref<string>) {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: ({ organisationId, question }: { organisationId: string; question: string }) =>
      answerOf(
        api.POST('/api/v1/tenders/{id}/questions', {
          params: { path: { id: id.value }, header: { 'Idempotency-Key': newIdempotencyKey() } },
          body: { organisationId, question },
        }),
      ),
    onSettled,
  })
}

export function useAnswerQuestion(id: Ref<string>) {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: ({ question, answer }: { question: string; answer: string }) =>
      answerOf(
        api.PUT('/api/v1/tenders/{id}/questions/{question}/answer', {
          params: { path: { id: id.value, question } },
          body: { answer },
        }),
      ),
    onSettled,
  })
}

export function useQuoteLine(id: Ref<string>) {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: ({ line, request }: { line: number; request: QuoteRequest }) =>
      answerOf(
        api.PUT('/api/v1/tenders/{id}/lines/{line}/quote', {
          params: { path: { id: id.value, line } },
          body: request,
        }),
      ),
    onSettled,
  })
}

export function useWithdrawQuote(id: Ref<string>) {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: ({ line, organisationId }: { line: number; organisationId: string }) =>
      answerOf(
        api.POST('/api/v1/tenders/{id}/lines/{line}/quote-withdrawal', {
          params: { path: { id: id.value, line } },
          body: { organisationId },
        }),
      ),
    onSettled,
  })
}

/** Takes quotes, once, however often it is sent. */
export function useAward(id: Ref<string>) {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: ({ key, picks }: { key: string; picks: Pick[] }) =>
      answerOf(
        api.POST('/api/v1/tenders/{id}/awards', {
          params: { path: { id: id.value }, header: { 'Idempotency-Key': key } },
          body: { picks },
        }),
      ),
    onSettled,
  })
}
