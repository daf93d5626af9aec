import { useQuery } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api } from '@/shared/api/client'
import { verifyReceipt } from './verification'

/** A receipt, the log's key, and what checking the one against the other gave. */
export function useReceipt(code: Ref<string>) {
  return useQuery({
    queryKey: ['receipts', code],
    queryFn: async () => {
      const [receipt, vkey] = await Promise.all([
        answerOf(api.GET('/api/v1/receipts/{orderCode}', { params: { path: { orderCode: code.value } } })),
        answerOf(api.GET('/log/key', { parseAs: 'text' })),
      ])
      return { receipt, vkey: vkey.trim(), proof: await verifyReceipt(receipt, vkey) }
    },
  })
}
