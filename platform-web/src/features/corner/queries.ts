import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'

export type Card = Schemas['CardCardResponse']
export type Copy = Schemas['BookResponse']
export type Rule = Schemas['CornerDeskRuleResponse']
export type Term = Schemas['CornerDeskTermResponse']
export type Stock = Schemas['StockResponse']
export type Scan = Schemas['ScanScanResponse']
export type Figures = Schemas['TermReportFigures']

/** Everything that librarians see hangs under this key: whatever they do may change any of it. */
const DESK = ['my', 'book-corner']

export function useCorners(district: Ref<string>) {
  return useQuery({
    queryKey: ['book-corners', district],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/book-corners', {
          params: { query: district.value === '' ? {} : { district: district.value } },
        }),
      ),
  })
}

export function useCorner(id: Ref<string>) {
  return useQuery({
    queryKey: ['book-corners', 'one', id],
    queryFn: () => answerOf(api.GET('/api/v1/book-corners/{id}', { params: { path: { id: id.value } } })),
  })
}

export function useShelf(id: Ref<string>, words: Ref<string>) {
  return useInfiniteQuery({
    queryKey: ['book-corners', 'shelf', id, words],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/book-corners/{id}/titles', {
          params: { path: { id: id.value }, query: searched(words.value, pageParam) },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useDesk() {
  return useQuery({
    queryKey: [...DESK, 'desk'],
    queryFn: () => answerOf(api.GET('/api/v1/my/book-corner')),
    retry: false,
  })
}

export function useClasses() {
  return useQuery({
    queryKey: [...DESK, 'classes'],
    queryFn: () => answerOf(api.GET('/api/v1/my/book-corner/classes')),
  })
}

/** Asks nothing while no class is chosen. */
export function useCards(classId: Ref<string>) {
  return useQuery({
    queryKey: [...DESK, 'cards', classId],
    queryFn: () =>
      answerOf(api.GET('/api/v1/my/book-corner/cards', { params: { query: { classId: classId.value } } })),
    enabled: () => classId.value !== '',
  })
}

export function readCard(code: string): Promise<Card> {
  return answerOf(api.GET('/api/v1/my/book-corner/cards/{code}', { params: { path: { code } } }))
}

export function useTerms() {
  return useQuery({
    queryKey: [...DESK, 'terms'],
    queryFn: () => answerOf(api.GET('/api/v1/my/book-corner/terms')),
  })
}

/** Of all classes, or the most wanted titles of one; asks nothing while no term is chosen. */
export function useReport(term: Ref<string>, classId: Ref<string>) {
  return useQuery({
    queryKey: [...DESK, 'report', term, classId],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/my/book-corner/terms/{id}/report', {
          params: {
            path: { id: term.value },
            query: classId.value === '' ? {} : { classId: classId.value },
          },
        }),
      ),
    enabled: () => term.value !== '',
  })
}

export function useOverdue() {
  return useQuery({
    queryKey: [...DESK, 'overdue'],
    queryFn: () => answerOf(api.GET('/api/v1/my/book-corner/overdue')),
  })
}

export function useStock(words: Ref<string>) {
  return useInfiniteQuery({
    queryKey: [...DESK, 'titles', words],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/my/book-corner/titles', { params: { query: searched(words.value, pageParam) } }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useCopies(isbn: Ref<string>) {
  return useQuery({
    queryKey: [...DESK, 'copies', isbn],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/my/book-corner/titles/{isbn}/copies', { params: { path: { isbn: isbn.value } } }),
      ),
  })
}

/** What a librarian does; afterwards all that the corner's pages show is asked for again. */
export function useDeskAction<In, Out>(act: (input: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: DESK }),
  })
}

function searched(words: string, cursor: string | null) {
  return { ...(words === '' ? {} : { q: words }), ...(cursor === null ? {} : { cursor }) }
}
