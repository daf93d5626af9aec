// @vitest-environment happy-dom
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer, type Asked } from '@/shared/testing/fakeServer'
import { mountInApp } from '@/shared/testing/mounting'
import { hashOf } from '../fileHash'
import type { WholeCase } from '../queries'
import CaseNotes from './CaseNotes.vue'

vi.mock('../fileHash')

const WHOLE = { summary: { id: 'case' }, notes: [] } as unknown as WholeCase

let asked: Asked[]
let wrapper: VueWrapper
let hashes: { resolve: (hash: string) => void; reject: (reason: Error) => void }[]

beforeEach(async () => {
  hashes = []
  vi.mocked(hashOf).mockImplementation(
    () => new Promise((resolve, reject) => hashes.push({ resolve, reject })),
  )
  asked = fakeServer(() => ({ body: WHOLE }))
  wrapper = mountInApp(CaseNotes, { props: { whole: WHOLE } }).wrapper
  await wrapper.get('textarea').setValue('核对了磅单')
})

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function choose(name: string) {
  const picker = wrapper.get('input[type=file]')
  Object.defineProperty(picker.element, 'files', { value: [new File(['x'], name)], configurable: true })
  await picker.trigger('change')
}

function isWritable(): boolean {
  return wrapper.get('button[type=submit]').attributes('disabled') === undefined
}

describe('a note about a paper', () => {
  it('waits for the hash, and goes with it', async () => {
    await choose('ticket.pdf')
    expect(isWritable()).toBe(false)

    hashes[0]?.resolve('aa')
    await vi.waitFor(() => expect(isWritable()).toBe(true))
    await wrapper.get('form').trigger('submit')

    await vi.waitFor(() => expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1))
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      words: '核对了磅单',
      documentSha256: 'aa',
    })
  })

  it('has the hash of the paper chosen last, whichever is read first', async () => {
    await choose('first.pdf')
    await choose('second.pdf')
    hashes[1]?.resolve('bb')
    await vi.waitFor(() => expect(wrapper.text()).toContain('SHA-256 bb'))

    hashes[0]?.resolve('aa')
    await vi.waitFor(() => expect(isWritable()).toBe(true))
    expect(wrapper.text()).toContain('SHA-256 bb')
  })

  it('says that a paper cannot be read, and keeps no hash of the one before', async () => {
    await choose('first.pdf')
    hashes[0]?.resolve('aa')
    await vi.waitFor(() => expect(wrapper.text()).toContain('SHA-256 aa'))

    await choose('gone.pdf')
    expect(wrapper.text()).not.toContain('SHA-256')
    hashes[1]?.reject(new DOMException('gone', 'NotReadableError'))
    await vi.waitFor(() => expect(wrapper.get('[role=alert]').text()).toContain('无法读取'))
    expect(wrapper.text()).not.toContain('SHA-256')
  })
})
