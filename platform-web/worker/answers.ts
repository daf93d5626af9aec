/** Says of an answer that it was kept, and when it came from the server. */
export const KEPT_AT = 'Xunshi-Kept-At'

/** Of goods and places: the same for everybody. */
const PUBLIC = [
  /^\/api\/v1\/(categories|districts|condition-grades|home-feed)$/,
  /^\/api\/v1\/listings\/[^/]+$/,
  /^\/api\/v1\/(points|market-days)(\/[^/]+)?$/,
  /^\/api\/v1\/receipts\/[^/]+$/,
]

/** What somebody needs who stands in a basement with the goods before them: their trades, and what was agreed on. */
const PERSONAL = [
  /^\/api\/v1\/session$/,
  /^\/api\/v1\/(orders|rentals|disputes|conversations)\/[^/]+$/,
  /^\/api\/v1\/conversations\/[^/]+\/messages$/,
  /^\/api\/v1\/my\/organisations$/,
  /^\/api\/v1\/organisations\/[^/]+\/(deliveries-to-weigh|weigh-devices)$/,
  /^\/api\/v1\/my\/market-stalls(\/[^/]+(\/(sales|report))?)?$/,
  /^\/api\/v1\/my\/(orders|rentals|listings|conversations|consignments|saved-items|saved-item-ids|balance)$/,
]

export function isPublic(path: string): boolean {
  return PUBLIC.some((pattern) => pattern.test(path))
}

export function isPersonal(path: string): boolean {
  return PERSONAL.some((pattern) => pattern.test(path))
}

/** What becomes of an answer about one person: kept, passed on without a trace, or the end of all that was kept. */
export type Fate = 'keep' | 'pass' | 'forget'

/** Whose session is over leaves nothing behind; a refusal or a fault takes nobody's last good answer away. */
export async function fateOf(path: string, answer: Response): Promise<Fate> {
  if (answer.status === 401) {
    return 'forget'
  }
  if (answer.status !== 200) {
    return 'pass'
  }
  if (path !== '/api/v1/session') {
    return 'keep'
  }
  const { account } = (await answer.clone().json()) as { account: unknown }
  return account === null ? 'forget' : 'keep'
}

/** The same answer, with the moment at which the server gave it. */
export function saidWhen(answer: Response): Response {
  const headers = new Headers(answer.headers)
  headers.set(KEPT_AT, new Date(headers.get('Date') ?? 0).toISOString())
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers })
}
