import { vi } from 'vitest'

/** What the fake server was asked. */
export interface Asked {
  method: string
  path: string
  headers: Headers
  body: unknown
}

type Answer = { status?: number; body?: unknown } | undefined

/**
 * Stands in for the server behind `fetch`: answers by what it is asked, and remembers it. Undefined is an answer that
 * never comes, as without a connection.
 */
export function fakeServer(answer: (asked: Asked) => Answer): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (input: RequestInfo | URL) => {
    const request = new Request(
      new URL(input instanceof Request ? input.url : String(input), location.origin),
      input instanceof Request ? input : {},
    )
    const text = await request.text()
    const url = new URL(request.url)
    const one: Asked = {
      method: request.method,
      path: url.pathname + url.search,
      headers: request.headers,
      body: text === '' ? undefined : JSON.parse(text),
    }
    asked.push(one)
    const given = answer(one)
    if (given === undefined) {
      throw new TypeError('Failed to fetch')
    }
    const { status = 200, body } = given
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    })
  })
  return asked
}
