import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'

export type Device = Schemas['DeviceResponse']
export type DeviceNumber = Schemas['DeviceNumbersRequest']['numbers'][number]
export type WipeRequest = Schemas['DeviceWipeRequest']

const IMEI_LENGTH = 15

export function useDevice(listing: Ref<string>) {
  return useQuery({
    queryKey: ['listings', listing, 'device'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/listings/{id}/device', { params: { path: { id: listing.value } } })),
  })
}

export function useDeviceActions(listing: Ref<string>) {
  const queries = useQueryClient()
  const keep = async (device: Device) => {
    queries.setQueryData(['listings', listing.value, 'device'], device)
    await queries.invalidateQueries({ queryKey: ['listings', listing.value, 'rule-check'] })
  }
  return {
    enterNumbers: useMutation({
      mutationFn: (numbers: DeviceNumber[]) =>
        answerOf(
          api.PUT('/api/v1/listings/{id}/device-numbers', {
            params: { path: { id: listing.value } },
            body: { numbers },
          }),
        ),
      onSuccess: keep,
    }),
    declareWiped: useMutation({
      mutationFn: (wipe: WipeRequest) =>
        answerOf(
          api.PUT('/api/v1/listings/{id}/wipe-record', {
            params: { path: { id: listing.value } },
            body: wipe,
          }),
        ),
      onSuccess: keep,
    }),
  }
}

/** Whether the last of fifteen digits fits the others (Luhn); blanks and dashes do not count. */
export function isImei(typed: string): boolean {
  const digits = typed.replace(/[\s-]/g, '')
  if (!/^\d+$/.test(digits) || digits.length !== IMEI_LENGTH) {
    return false
  }
  const sum = Array.from(digits, Number)
    .reverse()
    .map((digit, i) => (i % 2 === 0 ? digit : digit * 2))
    .reduce((total, digit) => total + (digit > 9 ? digit - 9 : digit), 0)
  return sum % 10 === 0
}

/** What a report's bytes are known by; the report itself stays here. */
export async function sha256Of(file: File): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
