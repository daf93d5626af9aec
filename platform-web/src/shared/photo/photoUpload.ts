import { answerOf, api, type Schemas } from '@/shared/api/client'
import { Problem } from '@/shared/api/problem'

export type Photo = Schemas['PhotoResponse']

/**
 * Brings a picture to the object store and has it developed.
 *
 * @param onProgress how much is sent, from 0 to 1
 * @throws Problem where it is not taken, with the reason, or did not arrive
 */
export async function uploadPhoto(
  file: File,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<Photo> {
  const { id, upload } = await answerOf(
    api.POST('/api/v1/photos', {
      body: { contentType: file.type || 'unknown', sizeBytes: file.size },
      signal,
    }),
  )
  await sendFile(upload, file, onProgress, signal)
  return answerOf(api.POST('/api/v1/photos/{id}/completion', { params: { path: { id } }, signal }))
}

/** Where a file goes. */
interface Target {
  url: string
  headers: Record<string, string>
}

/** With XMLHttpRequest, because fetch tells nothing about how much was sent. */
export function sendFile(
  upload: Target,
  file: File,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', upload.url)
    Object.entries(upload.headers).forEach(([name, value]) => request.setRequestHeader(name, value))
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total)
    request.onload = () => (request.status < 300 ? resolve() : reject(Problem.of(request.status, undefined)))
    request.onerror = () => reject(Problem.unreachable())
    request.onabort = () => reject(Problem.unreachable())
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}
