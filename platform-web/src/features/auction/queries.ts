import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'
import { keep, type SealedSecret } from './sealed'

export type Auction = Schemas['AuctionResponse']
export type English = Auction & { english: NonNullable<Auction['english']> }
export type Sealed = Auction & { sealed: NonNullable<Auction['sealed']> }
export type Dutch = Auction & { dutch: NonNullable<Auction['dutch']> }
export type Yankee = Auction & { yankee: NonNullable<Auction['yankee']> }
export type Bid = PublicRecord['bids'][number]
export type PublicRecord = Schemas['RecordResponse']
export type Position = Schemas['PositionResponse']
type Wanted = Schemas['BidBidRequest']
export type Plan = Schemas['DraftRequest']
export type AuctionFormat = Auction['format']

const firstPage = null as string | null

/** How soon it is looked again whether the provider has told of a payment. */
const UNPAID_LOOK_MS = 4_000

export function useAuctions() {
  return useInfiniteQuery({
    queryKey: ['auctions', 'all'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/auctions', { params: { query: pageParam === null ? {} : { cursor: pageParam } } }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useOwnAuctions(organisation: Ref<string>) {
  return useInfiniteQuery({
    queryKey: ['organisation', organisation, 'auctions'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/auctions', {
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

/** The auction with all bids until now: everything from which the winner follows. */
export function readRecord(id: string) {
  return answerOf(api.GET('/api/v1/auctions/{id}/record', { params: { path: { id } } }))
}

/** Where an organisation stands; without a paddle it is refused. */
export function usePosition(auction: Ref<Auction>, organisation: Ref<string>) {
  return useQuery({
    queryKey: [
      'auctions',
      computed(() => auction.value.id),
      'position',
      organisation,
      computed(() => auction.value.version),
    ],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/auctions/{id}/position', {
          params: { path: { id: auction.value.id }, query: { organisation: organisation.value } },
        }),
      ),
    // Meanwhile the last one stands, unless it was another side's.
    placeholderData: (last: Position | undefined, query) =>
      query?.queryKey[3] === organisation.value ? last : undefined,
    refetchInterval: ({ state }) => (state.data?.deposit === 'NONE' ? UNPAID_LOOK_MS : false),
    enabled: computed(() => organisation.value !== ''),
  })
}

export function useAuctionOfDeposit(depositId: Ref<string>) {
  return useQuery({
    queryKey: ['auction-deposits', depositId],
    queryFn: () =>
      answerOf(api.GET('/api/v1/auction-deposits/{id}', { params: { path: { id: depositId.value } } })),
  })
}

function useRefresh() {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      ['auctions', 'lots', 'organisation'].map((what) => queries.invalidateQueries({ queryKey: [what] })),
    )
}

export function useAskDeposit(id: Ref<string>) {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: (organisation: string) =>
      answerOf(
        api.POST('/api/v1/auctions/{id}/deposit', {
          params: { path: { id: id.value }, header: { 'Idempotency-Key': newIdempotencyKey() } },
          body: { organisation },
        }),
      ),
    onSettled,
  })
}

/** Bids; each is placed once, however often it is sent. */
export function useBid(id: Ref<string>) {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: ({ key, bid }: { key: string; bid: Wanted }) =>
      answerOf(
        api.POST('/api/v1/auctions/{id}/bids', {
          params: { path: { id: id.value }, header: { 'Idempotency-Key': key } },
          body: bid,
        }),
      ),
    onSettled,
  })
}

/** Takes some of a lot at what its clock says when the server hears of it. */
export function useTake(id: Ref<string>) {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: ({ key, take }: { key: string; take: Schemas['BidTakeRequest'] }) =>
      answerOf(
        api.POST('/api/v1/auctions/{id}/takes', {
          params: { path: { id: id.value }, header: { 'Idempotency-Key': key } },
          body: take,
        }),
      ),
    onSettled,
  })
}

export function useBidForPart(id: Ref<string>) {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: ({ key, bid }: { key: string; bid: Schemas['BidPartBidRequest'] }) =>
      answerOf(
        api.POST('/api/v1/auctions/{id}/part-bids', {
          params: { path: { id: id.value }, header: { 'Idempotency-Key': key } },
          body: bid,
        }),
      ),
    onSettled,
  })
}

/** Seals a bid: it is kept in this browser first, and then its hash is handed in. */
export function useHandIn(id: Ref<string>) {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: async ({ key, organisation, secret }: SealedHandIn) => {
      keep(secret)
      return answerOf(
        api.POST('/api/v1/auctions/{id}/commitments', {
          params: { path: { id: id.value }, header: { 'Idempotency-Key': key } },
          body: { organisation, commitment: secret.commitment },
        }),
      )
    },
    onSettled,
  })
}

interface SealedHandIn {
  key: string
  organisation: string
  secret: SealedSecret
}

export function useOpenSealed(id: Ref<string>) {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: ({
      organisation,
      amountFen,
      nonce,
    }: {
      organisation: string
      amountFen: number
      nonce: string
    }) =>
      answerOf(
        api.POST('/api/v1/auctions/{id}/openings', {
          params: { path: { id: id.value } },
          body: { organisation, amountFen, nonce },
        }),
      ),
    onSettled,
  })
}

/** The attempts to sell a lot by auction, the latest first. */
export function useAuctionsOfLot(lotId: Ref<string>) {
  return useQuery({
    queryKey: ['lots', lotId, 'auctions'],
    queryFn: () => answerOf(api.GET('/api/v1/lots/{id}/auctions', { params: { path: { id: lotId.value } } })),
  })
}

/** What a seller does to an auction: publish a draft, call it off, or take less than the reserve. */
export type SellerStep = 'publication' | 'cancellation' | 'acceptance'

export function useSellerStep() {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: ({ id, step }: { id: string; step: SellerStep }) => takeStep(id, step),
    onSettled,
  })
}

function takeStep(id: string, step: SellerStep): Promise<Auction> {
  const params = { path: { id } }
  switch (step) {
    case 'publication':
      return answerOf(api.POST('/api/v1/auctions/{id}/publication', { params }))
    case 'cancellation':
      return answerOf(api.POST('/api/v1/auctions/{id}/cancellation', { params }))
    case 'acceptance':
      return answerOf(api.POST('/api/v1/auctions/{id}/acceptance', { params }))
  }
}

/**
 * Drafts and publishes in one go. What cannot be published stays a draft among the seller's own. Where it leads comes
 * before the refreshing: the form is gone as soon as the lot is known to be held.
 */
export function useHold(lotId: Ref<string>, onSuccess: (published: Auction) => void) {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: async ({ key, plan }: { key: string; plan: Plan }) => {
      const draft = await answerOf(
        api.POST('/api/v1/lots/{id}/auctions', {
          params: { path: { id: lotId.value }, header: { 'Idempotency-Key': key } },
          body: plan,
        }),
      )
      return takeStep(draft.id, 'publication')
    },
    onSuccess,
    onSettled,
  })
}
