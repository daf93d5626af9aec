// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { commitmentTo, keep, kept, readSecret, recoveryFile, sealed } from './sealed'

const LOT = '0199c0de-0000-7000-8000-00000000002a'
const OF = { auctionId: 'a', lotId: LOT, round: 1, paddle: 7, amountFen: 1_650_000 }

describe('a sealed bid', () => {
  it('is committed to by the hash that the server computes', async () => {
    const nonce = new Uint8Array(32).fill(1)

    expect(await commitmentTo(LOT, 7, 1_650_000, nonce)).toBe(
      'f51d278c76b559f77839280ea8091ae82c516e964d8c9a82cff7535c887b35a2',
    )
  })

  it('has a nonce of its own, and its commitment says nothing of the amount', async () => {
    const one = await sealed(OF)
    const other = await sealed(OF)

    expect(one.nonce).toMatch(/^[0-9a-f]{64}$/)
    expect(one.nonce).not.toBe(other.nonce)
    expect(one.commitment).not.toBe(other.commitment)
  })

  it('is found again in this browser, and in a recovery file', async () => {
    const secret = await sealed(OF)
    keep(secret)

    expect(kept('a', 1, 7)).toEqual(secret)
    expect(kept('a', 2, 7)).toBeUndefined()
    expect(readSecret(await recoveryFile(secret).text())).toEqual(secret)
    expect(readSecret('{"amountFen": "much"}')).toBeUndefined()
    expect(readSecret('gibberish')).toBeUndefined()
  })
})
