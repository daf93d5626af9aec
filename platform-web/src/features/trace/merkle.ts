import { areEqual, joined, sha256, type Bytes } from './bytes'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** The hash of an entry of the log (RFC 6962 §2.1). */
export function leafHash(entry: Bytes): Promise<Bytes> {
  return sha256(joined(LEAF, entry))
}

/**
 * Whether the path leads from a leaf to the root of a tree (RFC 9162 §2.1.3.2). Counts in BigInt, because a log may
 * outgrow the 32 bits of JavaScript's shifts.
 */
export async function isIncluded(
  leaf: Bytes,
  index: bigint,
  size: bigint,
  path: readonly Bytes[],
  root: Bytes,
): Promise<boolean> {
  if (index < 0n || index >= size) {
    return false
  }
  let position = index
  let last = size - 1n
  let hash = leaf
  for (const sibling of path) {
    if (last === 0n) {
      return false
    }
    if (position % 2n === 1n || position === last) {
      hash = await nodeHash(sibling, hash)
      while (position % 2n === 0n && position !== 0n) {
        position >>= 1n
        last >>= 1n
      }
    } else {
      hash = await nodeHash(hash, sibling)
    }
    position >>= 1n
    last >>= 1n
  }
  return last === 0n && areEqual(hash, root)
}

function nodeHash(left: Bytes, right: Bytes): Promise<Bytes> {
  return sha256(joined(NODE, left, right))
}
