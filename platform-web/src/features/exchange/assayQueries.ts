import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'

type AttachedReport = Schemas['AssayReportAttachedReport']

/** What laboratories read of a lot, in the order in which it was attached. */
export function useAssayReports(lot: Ref<string>) {
  return useQuery({
    queryKey: ['lots', lot, 'assay-reports'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/lots/{id}/assay-reports', { params: { path: { id: lot.value } } })),
  })
}

/** Each makes a new version of the lot, which is read anew. */
function useRefreshLot(lot: Ref<string>) {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['lots', lot] })
}

/** @param key once for each report, however often it is sent */
export function useAttachReport(lot: Ref<string>) {
  const onSuccess = useRefreshLot(lot)
  return useMutation({
    mutationFn: ({ key, report }: { key: string; report: AttachedReport }) =>
      answerOf(
        api.POST('/api/v1/lots/{id}/assay-reports', {
          params: { path: { id: lot.value }, header: { 'Idempotency-Key': key } },
          body: report,
        }),
      ),
    onSuccess,
  })
}

export function useDetachReport(lot: Ref<string>) {
  const onSettled = useRefreshLot(lot)
  return useMutation({
    mutationFn: (report: string) =>
      answerOf(
        api.DELETE('/api/v1/lots/{id}/assay-reports/{report}', {
          params: { path: { id: lot.value, report } },
        }),
      ),
    onSettled,
  })
}
