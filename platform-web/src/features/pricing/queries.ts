import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'

export type Series = Schemas['SeriesResponse']
export type Fixing = Schemas['FixingResponse']
export type PreviewRequest = Schemas['PricePreviewPreviewRequest']
export type Price = Schemas['PriceResponse']
export type Line = Schemas['Line']
export type Finding = Schemas['Finding']
export type Quantity = Schemas['Quantity']

/** Everything of reference prices hangs under this key: whatever an officer enters may change any of it. */
const PRICES = ['reference-prices']

export function useSeries() {
  return useQuery({
    queryKey: [...PRICES, 'series'],
    queryFn: () => answerOf(api.GET('/api/v1/reference-series')),
  })
}

/** @param from a day of the city */
export function useHistory(code: Ref<string>, from: Ref<string>) {
  return useQuery({
    queryKey: [...PRICES, 'history', code, from],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/reference-series/{code}/fixings', {
          params: { path: { code: code.value }, query: { from: from.value } },
        }),
      ),
    placeholderData: keepPreviousData,
  })
}

/** Every revision of a day. */
export function useRevisions(code: Ref<string>, day: Ref<string>) {
  return useQuery({
    queryKey: [...PRICES, 'revisions', code, day],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/reference-series/{code}/fixings/{day}/revisions', {
          params: { path: { code: code.value, day: day.value } },
        }),
      ),
    enabled: () => day.value !== '',
  })
}

export function useFixingSets(code: Ref<string>) {
  return useQuery({
    queryKey: [...PRICES, 'sets', code],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/reference-series/{code}/fixing-sets', { params: { path: { code: code.value } } }),
      ),
  })
}

/** Something that an officer does. */
export function usePriceAction<In, Out>(act: (input: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: PRICES }),
  })
}

/** What it would come to; nothing is asked while something that was typed is no number. */
export function usePreview(request: Ref<PreviewRequest | undefined>) {
  return useQuery({
    queryKey: ['price-preview', request],
    queryFn: ({ signal }) => {
      if (request.value === undefined) {
        throw new Error('Nothing to compute')
      }
      return answerOf(api.POST('/api/v1/price-previews', { body: request.value, signal }))
    },
    enabled: () => request.value !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  })
}

export type WeekPrice = Schemas['PricePriceResponse']
export type PriceRelease = Schemas['PriceReleaseResponse']

const SCRAP_PRICES = ['scrap-prices']

/**
 * What a tonne of scrap cost, week by week, in the newest vintage of each.
 *
 * @param of a material in all areas, or all materials in the whole city
 * @param from a day of the city
 */
export function useScrapPrices(of: Ref<{ material: string } | { area: 'ZZ' }>, from: Ref<string>) {
  return useQuery({
    queryKey: [...SCRAP_PRICES, of, from],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/statistics/prices', { params: { query: { ...of.value, from: from.value } } }),
      ),
  })
}

/** Newest first. */
export function useScrapReleases() {
  return useQuery({
    queryKey: [...SCRAP_PRICES, 'releases'],
    queryFn: () => answerOf(api.GET('/api/v1/statistics/prices/releases')),
  })
}

/** What a release says of itself. */
interface ReleaseQuality {
  samples: number
  /** How many make no price, in bands, by the reason. */
  rejected: Record<string, string>
  /** How many would, and stay hidden; a band. */
  withheld: string
  judgement: string
}

export function useReleaseQuality(release: Ref<PriceRelease>) {
  return useQuery({
    queryKey: [...SCRAP_PRICES, 'quality', computed(() => release.value.sha256)],
    queryFn: async () => {
      const { week, vintage } = release.value
      const publication = await answerOf(
        api.GET('/api/v1/statistics/prices/releases/{week}/{vintage}', {
          params: { path: { week, vintage } },
          parseAs: 'json',
        }),
      )
      return (publication as unknown as { quality: ReleaseQuality }).quality
    },
  })
}
