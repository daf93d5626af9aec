import { describe, expect, it } from 'vitest'
// Made by the log's own signer and tree, with a key whose seed is the bytes 0 to 31; entries 2 and 6 of 7.
import receipt from './receipt.fixture.json'
import { verifyReceipt, type Receipt } from './verification'

function changed(change: (receipt: Receipt) => void): Receipt {
  const copy = structuredClone(receipt)
  change(copy)
  return copy
}

function firstOf(forged: Receipt) {
  const [first] = forged.records
  if (first === undefined) {
    throw new Error('The fixture has records')
  }
  return first
}

describe('a receipt', () => {
  it('holds as the log issued it', async () => {
    const proof = await verifyReceipt(receipt, receipt.vkey)
    expect(proof).toMatchObject({ verdict: 'holds', checkpoint: 'holds', signature: 'holds' })
    expect(proof.records.map(({ index, hash, inclusion }) => ({ index, hash, inclusion }))).toEqual([
      { index: 2, hash: 'holds', inclusion: 'holds' },
      { index: 6, hash: 'holds', inclusion: 'holds' },
    ])
  })

  it('fails where an entry says another price', async () => {
    const forged = changed((one) => (firstOf(one).entry = firstOf(one).entry.replace('28002', '18002')))
    const proof = await verifyReceipt(forged, receipt.vkey)
    expect(proof.verdict).toBe('fails')
    expect(proof.records[0]).toMatchObject({ hash: 'fails', inclusion: 'fails' })
    expect(proof.records[1]).toMatchObject({ hash: 'holds', inclusion: 'holds' })
  })

  it('fails where an entry claims another place in the log', async () => {
    const proof = await verifyReceipt(
      changed((one) => (firstOf(one).index = 3)),
      receipt.vkey,
    )
    expect(proof.records[0]).toMatchObject({ hash: 'holds', inclusion: 'fails' })
  })

  it('fails where the path is cut, prolonged or no Base64', async () => {
    for (const path of [[], [...firstOf(receipt).proof, receipt.rootHash], ['not a hash']]) {
      const proof = await verifyReceipt(
        changed((one) => (firstOf(one).proof = path)),
        receipt.vkey,
      )
      expect(proof.records[0]?.inclusion).toBe('fails')
    }
  })

  it('fails where it names another root or size than its checkpoint', async () => {
    for (const forge of [
      (one: Receipt) => (one.rootHash = one.rootHash.replace(/^./, 'A')),
      (one: Receipt) => (one.treeSize = 8),
    ]) {
      expect(await verifyReceipt(changed(forge), receipt.vkey)).toMatchObject({
        checkpoint: 'fails',
        verdict: 'fails',
      })
    }
  })

  it('fails where the checkpoint was changed after it was signed', async () => {
    const forged = changed((one) => (one.checkpoint = one.checkpoint.replace('\n7\n', '\n8\n')))
    expect(await verifyReceipt(forged, receipt.vkey)).toMatchObject({ signature: 'fails', verdict: 'fails' })
  })

  it('fails without a signature, with a broken key and with the key of another log', async () => {
    const unsigned = changed(
      (one) => (one.checkpoint = one.checkpoint.slice(0, one.checkpoint.indexOf('\n\n') + 2)),
    )
    expect((await verifyReceipt(unsigned, receipt.vkey)).signature).toBe('fails')
    for (const vkey of ['', 'log.example/xunshi+00000000+AAAA', receipt.vkey.replace('log', 'other')]) {
      expect((await verifyReceipt(receipt, vkey)).signature).toBe('fails')
    }
  })

  it('proves nothing without a record', async () => {
    expect((await verifyReceipt({ ...receipt, records: [] }, receipt.vkey)).verdict).toBe('fails')
  })
})
