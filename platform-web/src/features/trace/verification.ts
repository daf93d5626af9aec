import type { Schemas } from '@/shared/api/client'
import { areEqual, fromBase64, toHex, utf8, type Bytes } from './bytes'
import { isIncluded, leafHash } from './merkle'
import { isSignedBy, parseKey, readCheckpoint, type Checkpoint } from './note'

export type Receipt = Schemas['LogReceiptResponse']
export type SealedRecord = Schemas['LogRecordResponse']

/** `unknown`: this browser cannot check it. */
export type Outcome = 'holds' | 'fails' | 'unknown'

export interface RecordProof {
  index: number
  /** The leaf hash, recomputed from the entry's bytes; hexadecimal. */
  leaf: string
  /** Whether it is the hash that the receipt names. */
  hash: Outcome
  /** Whether the path leads from it to the checkpoint's root. */
  inclusion: Outcome
}

export interface ReceiptProof {
  records: RecordProof[]
  /** Whether the receipt's size and root are those that the checkpoint promises. */
  checkpoint: Outcome
  /** Whether the log's key signed the checkpoint. */
  signature: Outcome
  /** All of them together. */
  verdict: Outcome
}

/**
 * Checks a receipt with nothing but its own bytes and the log's key. Nothing that the server says about itself is
 * believed: every hash is recomputed here.
 *
 * @param vkey the log's key, fetched apart from the receipt
 */
export async function verifyReceipt(receipt: Receipt, vkey: string): Promise<ReceiptProof> {
  const checkpoint = readCheckpoint(receipt.checkpoint)
  const records = await Promise.all(receipt.records.map((record) => verifyRecord(record, checkpoint)))
  const promised = outcome(checkpoint !== undefined && agrees(receipt, checkpoint))
  const signature = await verifySignature(receipt.checkpoint, vkey, checkpoint)
  const all = [promised, signature, ...records.flatMap((record) => [record.hash, record.inclusion])]
  return { records, checkpoint: promised, signature, verdict: verdictOf(records.length, all) }
}

async function verifyRecord(record: SealedRecord, checkpoint: Checkpoint | undefined): Promise<RecordProof> {
  const leaf = await leafHash(utf8(record.entry))
  const named = fromBase64(record.leafHash)
  const path = record.proof.map(fromBase64)
  const isWhole = path.every((hash): hash is Bytes => hash?.length === 32)
  return {
    index: record.index,
    leaf: toHex(leaf),
    hash: outcome(named !== undefined && areEqual(leaf, named)),
    inclusion: outcome(
      checkpoint !== undefined &&
        isWhole &&
        (await isIncluded(leaf, BigInt(record.index), checkpoint.size, path, checkpoint.root)),
    ),
  }
}

function agrees(receipt: Receipt, checkpoint: Checkpoint): boolean {
  const root = fromBase64(receipt.rootHash)
  return BigInt(receipt.treeSize) === checkpoint.size && root !== undefined && areEqual(root, checkpoint.root)
}

async function verifySignature(
  note: string,
  vkey: string,
  checkpoint: Checkpoint | undefined,
): Promise<Outcome> {
  const key = await parseKey(vkey)
  if (key === undefined || checkpoint?.origin !== key.name) {
    return 'fails'
  }
  try {
    return outcome(await isSignedBy(note, key))
  } catch {
    return 'unknown'
  }
}

function outcome(holds: boolean): Outcome {
  return holds ? 'holds' : 'fails'
}

function verdictOf(records: number, outcomes: readonly Outcome[]): Outcome {
  if (records === 0 || outcomes.includes('fails')) {
    return 'fails'
  }
  return outcomes.includes('unknown') ? 'unknown' : 'holds'
}
