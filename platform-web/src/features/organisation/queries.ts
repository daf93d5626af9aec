import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'

export type Organisation = Schemas['OrganisationResponse']
export type Whole = Schemas['WholeOrganisationResponse']
export type Licence = Schemas['TradeLicenceResponse']
export type ControlLink = Schemas['ControlControlLinkResponse']
export type LicenceKind = Licence['kind']
export type MemberRole = Whole['roles'][number]

/** Everything about organisations hangs under this key: whatever is done may change any of it. */
const ORGANISATIONS = ['organisations']

export const MEMBER_ROLES: readonly MemberRole[] = ['OWNER', 'TRADER', 'WEIGHER', 'FINANCE']

export function useOwnOrganisations() {
  return useQuery({
    queryKey: [...ORGANISATIONS, 'own'],
    queryFn: () => answerOf(api.GET('/api/v1/my/organisations')),
  })
}

export function useMyInvitations() {
  return useQuery({
    queryKey: [...ORGANISATIONS, 'my-invitations'],
    queryFn: () => answerOf(api.GET('/api/v1/my/organisation-invitations')),
  })
}

export function useOrganisation(id: Ref<string>) {
  return useQuery({
    queryKey: [...ORGANISATIONS, 'one', id],
    queryFn: () => answerOf(api.GET('/api/v1/organisations/{id}', { params: { path: { id: id.value } } })),
  })
}

export function useMembers(id: Ref<string>) {
  return useQuery({
    queryKey: [...ORGANISATIONS, 'members', id],
    queryFn: () =>
      answerOf(api.GET('/api/v1/organisations/{id}/members', { params: { path: { id: id.value } } })),
  })
}

export function useInvitations(id: Ref<string>) {
  return useQuery({
    queryKey: [...ORGANISATIONS, 'invitations', id],
    queryFn: () =>
      answerOf(api.GET('/api/v1/organisations/{id}/invitations', { params: { path: { id: id.value } } })),
  })
}

export function useControlLinks(id: Ref<string>) {
  return useQuery({
    queryKey: [...ORGANISATIONS, 'control', id],
    queryFn: () =>
      answerOf(api.GET('/api/v1/organisations/{id}/control-links', { params: { path: { id: id.value } } })),
  })
}

export type TradeSide = 'SELLER' | 'BUYER' | 'CARRIER'

/** Asks nothing until a material is chosen. */
export function useGate(id: Ref<string>, material: Ref<string>, side: Ref<TradeSide>, area: Ref<string>) {
  return useQuery({
    queryKey: [...ORGANISATIONS, 'gate', id, material, side, area],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/trading-gate', {
          params: {
            path: { id: id.value },
            query: { material: material.value, side: side.value, area: area.value },
          },
        }),
      ),
    enabled: computed(() => material.value !== ''),
  })
}

/** What waits for an officer, the longest waiting first. */
export function useLicenceCases() {
  return useInfiniteQuery({
    queryKey: [...ORGANISATIONS, 'licence-cases'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/licence-cases', {
          params: { query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useControlCases() {
  return useQuery({
    queryKey: [...ORGANISATIONS, 'control-cases'],
    queryFn: () => answerOf(api.GET('/api/v1/control-cases')),
  })
}

/** For officers; finds nothing while nothing is asked. */
export function useRegisterSearch(query: Readonly<Ref<string>>) {
  const text = computed(() => query.value.trim())
  return useQuery({
    queryKey: [...ORGANISATIONS, 'register', text],
    queryFn: () =>
      answerOf(api.GET('/api/v1/organisation-register', { params: { query: { query: text.value } } })),
    enabled: computed(() => text.value !== ''),
  })
}

/** For officers; asks nothing until an organisation is chosen. */
export function useRecordedControl(id: Readonly<Ref<string>>) {
  return useQuery({
    queryKey: [...ORGANISATIONS, 'recorded-control', id],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/organisation-register/{id}/control-links', { params: { path: { id: id.value } } }),
      ),
    enabled: computed(() => id.value !== ''),
  })
}

/** Something that is done about an organisation. */
export function useOrganisationAction<In, Out>(act: (input: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: ORGANISATIONS }),
  })
}
