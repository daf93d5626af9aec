import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'
import { useSession } from '@/shared/session/session'

export type WantedPost = Schemas['WantedPostResponse']
export type Wish = Schemas['WishRequest']
export type PostRefusal = NonNullable<Schemas['WantedReviewDecisionRequest']['reason']>

/** What a reader looks for among the wishes; empty allows everything. */
export interface Looked {
  q: string
  category: string
  district: string
}

export function useWantedPosts(looked: Ref<Looked>) {
  return useInfiniteQuery({
    queryKey: ['wanted-posts', looked],
    queryFn: ({ pageParam }) => {
      const { q, category, district } = looked.value
      return answerOf(
        api.GET('/api/v1/wanted-posts', {
          params: {
            query: {
              ...(q === '' ? {} : { q }),
              ...(category === '' ? {} : { category }),
              ...(district === '' ? {} : { district }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      )
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
}

export function readWantedPost(id: string) {
  return answerOf(api.GET('/api/v1/wanted-posts/{id}', { params: { path: { id } } }))
}

export function useWantedPost(id: Ref<string>) {
  const session = useSession()
  return useQuery({
    // Its owner reads more of it than others.
    queryKey: ['wanted-post', id, computed(() => session.account?.id)],
    queryFn: () => readWantedPost(id.value),
    enabled: computed(() => id.value !== ''),
  })
}

export function useMyWantedPosts() {
  return useInfiniteQuery({
    queryKey: ['my', 'wanted-posts'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/my/wanted-posts', {
          params: { query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** Posts a wish, or changes the one that is given. */
export function useSayWish() {
  const refresh = useRefresh()
  const key = newIdempotencyKey()
  return useMutation({
    mutationFn: ({ post, wish }: { post: WantedPost | undefined; wish: Wish }) =>
      answerOf(
        post === undefined
          ? api.POST('/api/v1/wanted-posts', { params: { header: { 'Idempotency-Key': key } }, body: wish })
          : api.PUT('/api/v1/wanted-posts/{id}', {
              params: { path: { id: post.id }, header: { 'If-Match': `"${String(post.version)}"` } },
              body: wish,
            }),
      ),
    onSuccess: refresh,
  })
}

export function useEndPost() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, found }: { id: string; found: boolean }) =>
      answerOf(api.POST('/api/v1/wanted-posts/{id}/ending', { params: { path: { id } }, body: { found } })),
    onSettled: refresh,
  })
}

/** What is on offer and fits one's own post. */
export function useFittingListings(id: Ref<string>) {
  return useQuery({
    queryKey: ['my', 'wanted-posts', id, 'fitting'],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/my/wanted-posts/{id}/fitting-listings', { params: { path: { id: id.value } } }),
      ),
  })
}

export function useAnswers(id: Ref<string>) {
  return useQuery({
    queryKey: ['my', 'wanted-posts', id, 'answers'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/my/wanted-posts/{id}/answers', { params: { path: { id: id.value } } })),
  })
}

/** What the reader has on offer, what fits first. */
export function useOwnListings(id: Ref<string>, enabled: Ref<boolean>) {
  return useQuery({
    queryKey: ['my', 'listings-for-wanted', id],
    queryFn: () =>
      answerOf(api.GET('/api/v1/wanted-posts/{id}/own-listings', { params: { path: { id: id.value } } })),
    enabled,
  })
}

export function useAnswerPost() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, listingId }: { id: string; listingId: string }) =>
      answerOf(
        api.POST('/api/v1/wanted-posts/{id}/answers', {
          params: { path: { id }, header: { 'Idempotency-Key': newIdempotencyKey() } },
          body: { listingId },
        }),
      ),
    onSuccess: refresh,
  })
}

export function useDemand(category: Ref<string>, price: Ref<number | undefined>) {
  const session = useSession()
  return useQuery({
    queryKey: ['wanted-demand', category, price],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/wanted-demand', {
          params: {
            query: {
              category: category.value,
              ...(price.value === undefined || price.value <= 0 ? {} : { price: price.value }),
            },
          },
        }),
      ),
    enabled: computed(() => session.isSignedIn && category.value !== ''),
    placeholderData: keepPreviousData,
  })
}

/** Who looks for what one's own listing offers. */
export function useWantedFor(listing: Ref<string>) {
  return useQuery({
    queryKey: ['my', 'wanted-for', listing],
    queryFn: () =>
      answerOf(api.GET('/api/v1/my/listings/{id}/wanted-posts', { params: { path: { id: listing.value } } })),
  })
}

export function useWaitingPosts() {
  return useQuery({
    queryKey: ['moderation', 'wanted-posts'],
    queryFn: () => answerOf(api.GET('/api/v1/moderation/wanted-posts')),
  })
}

export function usePostDecision() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, decision }: { id: string; decision: Schemas['WantedReviewDecisionRequest'] }) =>
      answerOf(
        api.POST('/api/v1/moderation/wanted-posts/{id}/decision', {
          params: { path: { id }, header: { 'Idempotency-Key': newIdempotencyKey() } },
          body: decision,
        }),
      ),
    // Somebody else may have been faster: the queue is wrong either way.
    onSettled: () => queries.invalidateQueries({ queryKey: ['moderation', 'wanted-posts'] }),
  })
}

function useRefresh() {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      [['wanted-post'], ['wanted-posts'], ['my', 'wanted-posts']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
}
