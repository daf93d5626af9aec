import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'

export type WholeCase = Schemas['SurveillanceCaseResponse']
export type CaseSummary = Schemas['SurveillanceCaseSummaryResponse']
export type Evidence = WholeCase['evidence'][number]
export type Figure = WholeCase['figures'][number]
export type FigureName = Figure['name']
export type CaseState = CaseSummary['state']
export type Detector = CaseSummary['detector']
export type Severity = CaseSummary['severity']
export type CaseMove = Schemas['SurveillanceCaseMoveRequest']
export type ClosingReason = NonNullable<CaseMove['reason']>

/** What the list is narrowed to. */
export interface Filter {
  state?: CaseState
  detector?: Detector
  severity?: Severity
}

const CASES = ['oversight', 'surveillance']
const caseKey = (id: string) => [...CASES, 'case', id]

export function useCases(filter: Ref<Filter>) {
  return useInfiniteQuery({
    queryKey: [...CASES, 'list', filter],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/oversight/surveillance-cases', {
          params: { query: { ...filter.value, ...(pageParam !== null && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
}

export function useCase(id: Ref<string>) {
  return useQuery({
    queryKey: [...CASES, 'case', id],
    queryFn: () =>
      answerOf(api.GET('/api/v1/oversight/surveillance-cases/{id}', { params: { path: { id: id.value } } })),
  })
}

export function useCaseMove(id: Ref<string>) {
  return useCaseChange((body: CaseMove) =>
    answerOf(
      api.POST('/api/v1/oversight/surveillance-cases/{id}/moves', {
        params: { path: { id: id.value }, header: { 'Idempotency-Key': newIdempotencyKey() } },
        body,
      }),
    ),
  )
}

export function useTakeOver(id: Ref<string>) {
  return useCaseChange(() =>
    answerOf(
      api.PUT('/api/v1/oversight/surveillance-cases/{id}/assignee', { params: { path: { id: id.value } } }),
    ),
  )
}

export function useCaseNote(id: Ref<string>) {
  return useCaseChange((body: Schemas['SurveillanceCaseNoteRequest']) =>
    answerOf(
      api.POST('/api/v1/oversight/surveillance-cases/{id}/notes', {
        params: { path: { id: id.value }, header: { 'Idempotency-Key': newIdempotencyKey() } },
        body,
      }),
    ),
  )
}

/** What is answered is the case as it is now; the list is asked for again, also where somebody else was faster. */
function useCaseChange<T>(change: (what: T) => Promise<WholeCase>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (found) => {
      queries.setQueryData(caseKey(found.summary.id), found)
    },
    onSettled: (found) =>
      queries.invalidateQueries({ queryKey: found === undefined ? CASES : [...CASES, 'list'] }),
  })
}
