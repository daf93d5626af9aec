import createClient, { type Middleware } from 'openapi-fetch'
import { locale } from '@/shared/i18n/locale'
import { noticesKeptAnswers } from './kept'
import { Problem } from './problem'
import type { components, paths } from './schema'

/** What travels between us and the server, by the names of the OpenAPI document. */
export type Schemas = components['schemas']

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/** A net that changes takes a moment. */
const PAUSE_MILLIS = 400

/** The server writes its token into this cookie and wants it repeated with every change. */
const CSRF_COOKIE = /(?:^|;\s*)XSRF-TOKEN=([^;]+)/

const ourHeaders: Middleware = {
  async onRequest({ request }) {
    request.headers.set('Accept-Language', locale.value)
    if (!SAFE_METHODS.includes(request.method)) {
      request.headers.set('X-XSRF-TOKEN', await csrfToken())
    }
    return request
  },
  onError() {
    return Problem.unreachable()
  },
}

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: fetchOnceMore,
})
api.use(ourHeaders, noticesKeptAnswers)

/**
 * Telephones lose a connection when they change from one net to another. A change that takes effect only once, however often
 * it is asked for, is asked for once more; other changes are for the person to repeat, and readings for their queries.
 */
async function fetchOnceMore(request: Request): Promise<Response> {
  const again = request.headers.has('Idempotency-Key') ? request.clone() : null
  try {
    return await fetch(request)
  } catch (lost) {
    if (again === null || !navigator.onLine) {
      throw lost
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS))
    return fetch(again)
  }
}

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The body of a success; raises a {@link Problem} for anything else. */
export async function answerOf<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call
  if (!response.ok) {
    throw Problem.of(response.status, error)
  }
  return data as T
}

/** Names one intention of a person: the same key with every repetition of it, so that it is carried out once. */
export function newIdempotencyKey(): string {
  return crypto.randomUUID()
}

async function csrfToken(): Promise<string> {
  if (!CSRF_COOKIE.test(document.cookie)) {
    await fetch('/api/v1/session')
  }
  return decodeURIComponent(CSRF_COOKIE.exec(document.cookie)?.[1] ?? '')
}
