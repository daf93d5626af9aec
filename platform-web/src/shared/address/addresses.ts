import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'
import { useSession } from '@/shared/session/session'

export type Address = Schemas['AddressResponse']

/** An address as it stands in the form. */
export type AddressForm = Schemas['AddressRequest']

const HOUR_MS = 3_600_000
const BOOK = ['my', 'addresses']

/** The person's own; the default first. */
export function useAddresses() {
  const session = useSession()
  return useQuery({
    queryKey: BOOK,
    queryFn: () => answerOf(api.GET('/api/v1/my/addresses')).then((book) => book.items),
    enabled: computed(() => session.isSignedIn),
  })
}

/** Where parcels go; the city's own province first. */
export function useProvinces() {
  return useQuery({
    queryKey: ['reference', 'provinces'],
    queryFn: () => answerOf(api.GET('/api/v1/provinces')).then((all) => all.items),
    staleTime: HOUR_MS,
  })
}

/** Adds an address, or changes the one that is given. */
export function useSaveAddress() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ known, form }: { known: Address | undefined; form: AddressForm }) =>
      known === undefined ? add(form) : edit(known, form),
    onSuccess: () => queries.invalidateQueries({ queryKey: BOOK }),
  })
}

export function useRemoveAddress() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      answerOf(api.DELETE('/api/v1/my/addresses/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: BOOK }),
  })
}

function add(form: AddressForm): Promise<Address> {
  return answerOf(
    api.POST('/api/v1/my/addresses', {
      params: { header: { 'Idempotency-Key': newIdempotencyKey() } },
      body: form,
    }),
  )
}

function edit(known: Address, form: AddressForm): Promise<Address> {
  return answerOf(
    api.PUT('/api/v1/my/addresses/{id}', {
      params: { path: { id: known.id }, header: { 'If-Match': `"${String(known.version)}"` } },
      body: form,
    }),
  )
}
