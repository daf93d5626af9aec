import { useMutation, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'
import { cityDay } from '@/shared/format/time'
import type { Reading, Vehicle } from '@/shared/vehicle/vehicle'

export type VehicleRequest = Schemas['VehicleStatementRequest']
type Papers = NonNullable<VehicleRequest['papers']>

/** What stands in the form: texts, as people type. */
export interface PapersForm {
  number: string
  registrationCertificate: boolean
  vehicleLicence: boolean
  purchaseInvoice: boolean
  inspectionUntil: string
  insuranceUntil: string
  plateRegion: string
  previousOwners: string
  mortgaged: boolean
  scrapped: boolean
  readings: { readOn: string; km: string; source: Reading['source'] }[]
}

export const SOURCES = ['SELLER', 'INSPECTION', 'SERVICE_RECORD'] as const

export function formOf({ papers, readings }: Vehicle): PapersForm {
  return {
    number: '',
    registrationCertificate: papers?.registrationCertificate ?? false,
    vehicleLicence: papers?.vehicleLicence ?? false,
    purchaseInvoice: papers?.purchaseInvoice ?? false,
    inspectionUntil: papers?.inspectionUntil ?? '',
    insuranceUntil: papers?.insuranceUntil ?? '',
    plateRegion: papers?.plateRegion ?? '',
    previousOwners: papers?.previousOwners?.toString() ?? '',
    mortgaged: papers?.mortgaged ?? false,
    scrapped: papers?.scrapped ?? false,
    readings: readings
      .filter(({ source }) => source !== 'PLATFORM')
      .map(({ readOn, km, source }) => ({ readOn, km: String(km), source })),
  }
}

export function requestOf(form: PapersForm): VehicleRequest {
  const papers: Papers = {
    registrationCertificate: form.registrationCertificate,
    vehicleLicence: form.vehicleLicence,
    purchaseInvoice: form.purchaseInvoice,
    mortgaged: form.mortgaged,
    scrapped: form.scrapped,
    inspectionUntil: orNull(form.inspectionUntil),
    insuranceUntil: orNull(form.insuranceUntil),
    plateRegion: orNull(form.plateRegion.trim().toUpperCase()),
    previousOwners: form.previousOwners.trim() === '' ? null : whole(form.previousOwners),
  }
  return {
    papers,
    readings: form.readings.map(({ readOn, km, source }) => ({ readOn, km: whole(km), source })),
    ...(form.number.trim() === '' ? {} : { number: form.number }),
  }
}

export function newReading(): PapersForm['readings'][number] {
  return { readOn: cityDay(), km: '', source: 'SELLER' }
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}

/** What is no number is out of all bounds, and refused at its field. */
function whole(typed: string): number {
  return /^\d+$/.test(typed.trim()) ? Number.parseInt(typed, 10) : -1
}

export function useStateVehicle(listing: Ref<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: VehicleRequest) =>
      answerOf(api.PUT('/api/v1/listings/{id}/vehicle', { params: { path: { id: listing.value } }, body })),
    onSuccess: async (vehicle) => {
      queries.setQueryData(['listings', listing.value, 'vehicle'], vehicle)
      await queries.invalidateQueries({ queryKey: ['listings', listing.value, 'rule-check'] })
    },
  })
}
