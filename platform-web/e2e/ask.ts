import type { Page } from '@playwright/test'

type Answer = Record<string, unknown> & { id: string }

/** What a form would send, where the form is not what is tried; the person's page need not be anywhere. */
export async function ask(page: Page, path: string, body: object): Promise<Answer> {
  const answer = await page.request.post(`/api/v1${path}`, {
    data: body,
    headers: { 'X-XSRF-TOKEN': await tokenOf(page), 'Idempotency-Key': crypto.randomUUID() },
  })
  if (!answer.ok()) {
    throw new Error(`${path}: ${await answer.text()}`)
  }
  return (await answer.json()) as Answer
}

/** The token against forged requests, once the site has been asked for anything. */
export async function tokenOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies()
  return cookies.find(({ name }) => name === 'XSRF-TOKEN')?.value ?? ''
}

/** The first organisation that somebody acts for. */
export async function organisationOf(page: Page): Promise<string> {
  const own = (await (await page.request.get('/api/v1/my/organisations')).json()) as {
    organisation: { id: string }
  }[]
  const [first] = own
  if (first === undefined) {
    throw new Error('They act for no organisation')
  }
  return first.organisation.id
}
