import { useMutation, useQuery, useQueryClient, type QueryKey } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'

export type Topic = Schemas['PrivacyTopicResponse']
export type Row = Schemas['PrivacyRowResponse']
export type Consent = Schemas['PrivacyConsentResponse']
export type Archive = Schemas['ArchiveResponse']
export type Erasure = Schemas['ErasureResponse']

const PRIVACY: QueryKey = ['my', 'privacy']

/** How often to look whether the archive is ready. */
const ARCHIVE_LOOK_MILLIS = 2_000

export function usePrivacy(language: Ref<string>) {
  return useQuery({
    queryKey: [...PRIVACY, language],
    queryFn: () => answerOf(api.GET('/api/v1/my/privacy')),
    refetchInterval: ({ state }) => (state.data?.archive?.ready === false ? ARCHIVE_LOOK_MILLIS : false),
  })
}

/** What a topic holds, once the reader opens it. */
export function useTopicRows(topic: string, language: Ref<string>, isOpen: Ref<boolean>) {
  return useQuery({
    queryKey: [...PRIVACY, 'topics', topic, language],
    queryFn: () => answerOf(api.GET('/api/v1/my/privacy/topics/{topic}', { params: { path: { topic } } })),
    enabled: isOpen,
  })
}

/** What an erasure would wait for. */
export function useHindrances(language: Ref<string>) {
  return useQuery({
    queryKey: [...PRIVACY, 'hindrances', language],
    queryFn: () => answerOf(api.GET('/api/v1/my/privacy/hindrances')),
  })
}

export function usePrivacyActions() {
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: PRIVACY })
  return {
    choose: useMutation({
      mutationFn: ({ code, given }: Consent) => {
        const params = { path: { code } }
        return answerOf(
          given
            ? api.DELETE('/api/v1/my/privacy/consents/{code}', { params })
            : api.PUT('/api/v1/my/privacy/consents/{code}', { params }),
        )
      },
      onSettled: refresh,
    }),
    askArchive: useMutation({
      mutationFn: (password: string) =>
        answerOf(api.POST('/api/v1/my/privacy/archives', { body: { password } })),
      onSuccess: refresh,
    }),
    openArchive: useMutation({
      mutationFn: ({ id, password }: { id: string; password: string }) =>
        answerOf(
          api.POST('/api/v1/my/privacy/archives/{id}/links', {
            params: { path: { id } },
            body: { password },
          }),
        ),
    }),
    askErasure: useMutation({
      mutationFn: (password: string) =>
        answerOf(api.POST('/api/v1/my/privacy/erasure', { body: { password } })),
      onSuccess: refresh,
    }),
    callOff: useMutation({
      mutationFn: () => answerOf(api.DELETE('/api/v1/my/privacy/erasure')),
      onSuccess: refresh,
    }),
  }
}
