import { answerOf, api, type Schemas } from '@/shared/api/client'
import { sendFile } from './photoUpload'

/** What may be chosen as a document. */
export const DOCUMENT_TYPES = 'application/pdf,image/jpeg,image/png,image/webp'

export type UploadedDocument = Schemas['DocumentDocumentResponse']

/**
 * Brings a PDF or a picture of a paper to the object store and has it looked at.
 *
 * @throws Problem where it is not taken, with the reason, or did not arrive
 */
export async function uploadDocument(file: File, signal: AbortSignal): Promise<UploadedDocument> {
  const { id, url, headers } = await answerOf(
    api.POST('/api/v1/documents', {
      body: { name: file.name.slice(-120), contentType: file.type || 'unknown', sizeBytes: file.size },
      signal,
    }),
  )
  await sendFile({ url, headers }, file, () => undefined, signal)
  return answerOf(api.POST('/api/v1/documents/{id}/completion', { params: { path: { id } }, signal }))
}
