import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'
import { useSession } from '@/shared/session/session'

export type Conversation = Schemas['ConversationResponse']
export type Message = Schemas['MessageResponse']
export type MessagePage = Schemas['MessagePageResponse']
export type Caution = Message['cautions'][number]
export type Notification = Schemas['NotificationItemResponse']
export type Choice = Schemas['NotificationChoice']
export type Chosen = Schemas['NotificationChosenResponse']
export type ReportOutcome = Schemas['ReportedConversationReportDecisionRequest']['outcome']
export type ReportReason = Schemas['ConversationReportRequest']['reason']

const PAGE = 30
const NEWEST = Number.MAX_SAFE_INTEGER

export function askSeller(listingId: string, key: string): Promise<Conversation> {
  return answerOf(
    api.POST('/api/v1/listings/{id}/conversations', {
      params: { path: { id: listingId }, header: { 'Idempotency-Key': key } },
    }),
  )
}

export function useMyConversations() {
  return useInfiniteQuery({
    queryKey: ['my', 'conversations'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/my/conversations', {
          params: { query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useConversation(id: Ref<string>) {
  return useQuery({
    queryKey: ['conversations', id],
    queryFn: () => answerOf(api.GET('/api/v1/conversations/{id}', { params: { path: { id: id.value } } })),
  })
}

/** The newest page is the first; `fetchNextPage` loads what was said before. */
export function useMessages(id: Ref<string>) {
  return useInfiniteQuery({
    queryKey: ['conversations', id, 'messages'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/conversations/{id}/messages', {
          params: { path: { id: id.value }, query: { before: pageParam, limit: PAGE } },
        }),
      ),
    initialPageParam: NEWEST,
    getNextPageParam: (page) => page.olderBefore,
    staleTime: 0,
  })
}

export interface Draft {
  text: string
  photoIds: string[]
  confirmed: boolean
}

export function sendMessage(id: string, draft: Draft, key: string): Promise<Schemas['MessageSentResponse']> {
  return answerOf(
    api.POST('/api/v1/conversations/{id}/messages', {
      params: { path: { id }, header: { 'Idempotency-Key': key } },
      body: draft,
    }),
  )
}

export function markRead(id: string, sequence: number): Promise<unknown> {
  return answerOf(
    api.PUT('/api/v1/conversations/{id}/read-mark', { params: { path: { id } }, body: { sequence } }),
  )
}

export function showTyping(id: string): Promise<unknown> {
  return answerOf(api.PUT('/api/v1/conversations/{id}/typing', { params: { path: { id } } }))
}

export function useBlock(id: Ref<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (isToBlock: boolean) => {
      const params = { path: { id: id.value } }
      return answerOf(
        isToBlock
          ? api.PUT('/api/v1/conversations/{id}/block', { params })
          : api.DELETE('/api/v1/conversations/{id}/block', { params }),
      )
    },
    onSuccess: (conversation) => queries.setQueryData(['conversations', id], conversation),
  })
}

export function useReport(id: Ref<string>) {
  return useMutation({
    mutationFn: (report: { reason: ReportReason; remark: string }) =>
      answerOf(
        api.POST('/api/v1/conversations/{id}/reports', {
          params: { path: { id: id.value }, header: { 'Idempotency-Key': newIdempotencyKey() } },
          body: report,
        }),
      ),
  })
}

/** The numbers on the bars; nobody's while nobody is signed in. */
export function useUnreadCounts() {
  const session = useSession()
  return useQuery({
    queryKey: ['my', 'unread'],
    queryFn: () => answerOf(api.GET('/api/v1/my/unread-counts')),
    enabled: computed(() => session.isSignedIn),
  })
}

export function useNotifications() {
  return useInfiniteQuery({
    queryKey: ['my', 'notifications'],
    queryFn: ({ pageParam }) =>
      answerOf(api.GET('/api/v1/my/notifications', { params: { query: { before: pageParam } } })),
    initialPageParam: NEWEST,
    getNextPageParam: (page) => page.olderBefore,
  })
}

export function markNotificationsRead(sequence: number): Promise<unknown> {
  return answerOf(api.PUT('/api/v1/my/notifications/read-mark', { body: { sequence } }))
}

export function useChoices() {
  return useQuery({
    queryKey: ['my', 'notification-choices'],
    queryFn: () => answerOf(api.GET('/api/v1/my/notification-choices')),
  })
}

export function useChoose() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (choice: Choice) =>
      answerOf(api.PUT('/api/v1/my/notification-choices', { body: { choices: [choice] } })),
    onSuccess: (choices) => queries.setQueryData(['my', 'notification-choices'], choices),
  })
}

const REPORTS = ['moderation', 'reports']

export function useWaitingReports() {
  return useQuery({ queryKey: REPORTS, queryFn: () => answerOf(api.GET('/api/v1/moderation/reports')) })
}

export function useReportDecision() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, outcome, answer }: { id: string; outcome: ReportOutcome; answer: string }) =>
      answerOf(
        api.POST('/api/v1/moderation/reports/{id}/decision', {
          params: { path: { id }, header: { 'Idempotency-Key': newIdempotencyKey() } },
          body: { outcome, answer },
        }),
      ),
    // Somebody else may have been faster: the queue is wrong either way.
    onSettled: () => queries.invalidateQueries({ queryKey: REPORTS }),
  })
}
