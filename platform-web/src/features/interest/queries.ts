import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryKey,
} from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'
import { useSession } from '@/shared/session/session'

export type SavedItem = Schemas['SavedItemItemResponse']
export type SavedSearch = Schemas['SavedSearchItemResponse']
export type Alerts = SavedSearch['alerts']
export type Criteria = SavedSearch['criteria']
export type Reason = Schemas['FeedReason']

const SAVED: QueryKey = ['my', 'saved']
const SAVED_IDS: QueryKey = ['my', 'saved', 'ids']
const SEARCHES: QueryKey = ['my', 'saved-searches']
const FOLLOWS: QueryKey = ['my', 'follows']
const SEEN: QueryKey = ['my', 'seen']

/** Marks change with our own clicks, which keep them current. */
const MARKS_FRESH_MS = 300_000

/** Which listings the reader has saved; asked for once, however many cards are shown. */
export function useSavedIds() {
  const session = useSession()
  const { data } = useQuery({
    queryKey: SAVED_IDS,
    queryFn: () => answerOf(api.GET('/api/v1/my/saved-item-ids')),
    enabled: computed(() => session.isSignedIn),
    staleTime: MARKS_FRESH_MS,
    select: ({ ids }) => new Set(ids),
  })
  return { isSaved: (id: string) => data.value?.has(id) ?? false }
}

export interface Toggle {
  id: string
  on: boolean
}

/** Saves a listing or removes it: at once on the page, and taken back there where the server refuses. */
export function useSaving() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, on }: Toggle) => {
      const params = { path: { id } }
      return answerOf(
        on
          ? api.PUT('/api/v1/my/saved-items/{id}', { params })
          : api.DELETE('/api/v1/my/saved-items/{id}', { params }),
      )
    },
    onMutate: async ({ id, on }) => {
      await queries.cancelQueries({ queryKey: SAVED_IDS })
      const before = queries.getQueryData<{ ids: string[] }>(SAVED_IDS)
      queries.setQueryData(SAVED_IDS, { ids: withMark(before?.ids ?? [], id, on) })
      return before
    },
    onError: (_error, _toggle, before) => queries.setQueryData(SAVED_IDS, before),
    onSettled: () => queries.invalidateQueries({ queryKey: SAVED }),
  })
}

export function useSavedItems() {
  return useInfiniteQuery({
    queryKey: ['my', 'saved', 'items'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/my/saved-items', {
          params: { query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** How many people saved one of the reader's own listings. */
export function useSaverCount(listing: Ref<string>) {
  return useQuery({
    queryKey: ['my', 'saver-counts', listing],
    queryFn: () =>
      answerOf(api.GET('/api/v1/my/saver-counts', { params: { query: { listing: [listing.value] } } })),
    select: ({ counts }) => counts[0]?.count ?? 0,
  })
}

export function useSavedSearches() {
  return useQuery({ queryKey: SEARCHES, queryFn: () => answerOf(api.GET('/api/v1/my/saved-searches')) })
}

export function useSaveSearch() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['SavedSearchSaveRequest']) =>
      answerOf(
        api.POST('/api/v1/my/saved-searches', {
          params: { header: { 'Idempotency-Key': newIdempotencyKey() } },
          body,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: SEARCHES }),
  })
}

export function useSearchActions() {
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: SEARCHES })
  return {
    edit: useMutation({
      mutationFn: ({ id, version, name, alerts, priceDrops }: SavedSearch) =>
        answerOf(
          api.PUT('/api/v1/my/saved-searches/{id}', {
            params: { path: { id }, header: { 'If-Match': `"${String(version)}"` } },
            body: { name, alerts, priceDrops },
          }),
        ),
      onSettled: refresh,
    }),
    remove: useMutation({
      mutationFn: (id: string) =>
        answerOf(api.DELETE('/api/v1/my/saved-searches/{id}', { params: { path: { id } } })),
      onSettled: () =>
        Promise.all([refresh(), queries.invalidateQueries({ queryKey: ['my', 'search-alerts'] })]),
    }),
  }
}

export function useSearchAlerts() {
  return useInfiniteQuery({
    queryKey: ['my', 'search-alerts'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/my/search-alerts', {
          params: { query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** What the link in a notice does; the names of the searches that are silent now. */
export function stopAlerts(token: string) {
  return answerOf(api.POST('/api/v1/search-alert-stops', { body: { token } }))
}

export function useFollows() {
  const session = useSession()
  return useQuery({
    queryKey: FOLLOWS,
    queryFn: () => answerOf(api.GET('/api/v1/my/follows')),
    enabled: computed(() => session.isSignedIn),
  })
}

export function useFollowing() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, on }: Toggle) => {
      const params = { path: { id } }
      return answerOf(
        on
          ? api.PUT('/api/v1/my/follows/{id}', { params })
          : api.DELETE('/api/v1/my/follows/{id}', { params }),
      )
    },
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: FOLLOWS }),
        queries.invalidateQueries({ queryKey: ['home-feed'] }),
      ]),
  })
}

export function useSeen() {
  const session = useSession()
  return useQuery({
    queryKey: SEEN,
    queryFn: () => answerOf(api.GET('/api/v1/my/seen-items')),
    enabled: computed(() => session.isSignedIn),
  })
}

export function useRememberSeen() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => answerOf(api.PUT('/api/v1/my/seen-items/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: SEEN }),
  })
}

export function useClearSeen() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/v1/my/seen-items')),
    onSuccess: () => queries.setQueryData(SEEN, { items: [] }),
  })
}

/** The server knows whose feed it is; a district that was chosen in this browser comes along. */
export function useHomeFeed(district: Ref<string>) {
  return useInfiniteQuery({
    queryKey: ['home-feed', district],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/home-feed', {
          params: {
            query: {
              ...(district.value === '' ? {} : { district: district.value }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
}

export function chooseHomeDistrict(districtCode: string | null) {
  return answerOf(api.PUT('/api/v1/my/home-district', { body: { districtCode } }))
}

function withMark(ids: readonly string[], id: string, on: boolean): string[] {
  const others = ids.filter((one) => one !== id)
  return on ? [id, ...others] : others
}
