import { areEqual, fromBase64, joined, sha256, toHex, utf8, type Bytes } from './bytes'

const ED25519 = 1
const KEY_BYTES = 32
const ID_BYTES = 4
const VKEY = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/
const SIGNATURE_LINE = '\u2014 '

/** A log's key in the vkey form of C2SP signed-note: `name+hex(id)+base64(0x01 || key)`. */
export interface VerifierKey {
  name: string
  id: Bytes
  key: Bytes
}

/** A log's size and root (C2SP tlog-checkpoint). */
export interface Checkpoint {
  origin: string
  size: bigint
  root: Bytes
}

/** Undefined where the text is no vkey, or its id is not that of its key. */
export async function parseKey(vkey: string): Promise<VerifierKey | undefined> {
  const [, name, id, encoded] = VKEY.exec(vkey.trim()) ?? []
  const typed = fromBase64(encoded ?? '')
  if (name === undefined || typed?.length !== KEY_BYTES + 1 || typed[0] !== ED25519) {
    return undefined
  }
  const computed = (await sha256(joined(utf8(`${name}\n`), typed))).slice(0, ID_BYTES)
  return toHex(computed) === id ? { name, id: computed, key: typed.slice(1) } : undefined
}

/** What a note says, believed or not; undefined where it is no checkpoint. */
export function readCheckpoint(note: string): Checkpoint | undefined {
  const [origin, size, encodedRoot] = note.split('\n')
  const root = fromBase64(encodedRoot ?? '')
  return origin && /^(0|[1-9]\d{0,17})$/.test(size ?? '') && root?.length === 32
    ? { origin, size: BigInt(size ?? ''), root }
    : undefined
}

/**
 * Whether the key signed the note.
 *
 * @throws DOMException where this browser cannot check Ed25519 signatures
 */
export async function isSignedBy(note: string, key: VerifierKey): Promise<boolean> {
  const split = note.lastIndexOf('\n\n')
  if (split < 0) {
    return false
  }
  const text = utf8(note.slice(0, split + 1))
  const signatures = note
    .slice(split + 2)
    .split('\n')
    .flatMap((line) => signatureOf(line, key))
  const publicKey = await crypto.subtle.importKey('raw', key.key, { name: 'Ed25519' }, false, ['verify'])
  const results = await Promise.all(
    signatures.map((signature) => crypto.subtle.verify({ name: 'Ed25519' }, publicKey, signature, text)),
  )
  return results.length > 0 && results.every(Boolean)
}

/** The signature on a line of this key; lines of other keys are passed over. */
function signatureOf(line: string, key: VerifierKey): Bytes[] {
  const [name, encoded] = line.startsWith(SIGNATURE_LINE) ? line.slice(SIGNATURE_LINE.length).split(' ') : []
  const blob = fromBase64(encoded ?? '')
  return name === key.name && blob !== undefined && areEqual(blob.slice(0, ID_BYTES), key.id)
    ? [blob.slice(ID_BYTES)]
    : []
}
