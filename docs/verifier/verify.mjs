#!/usr/bin/env node
// Checks a log of Xunshi, or one receipt from it, trusting nobody but a policy that says whose keys to believe.
//
//   node verify.mjs [--policy FILE] https://site.example      the whole log over HTTP
//   node verify.mjs [--policy FILE] FOLDER                    the same from files that were kept
//   node verify.mjs --policy FILE RECEIPT.tlog-proof          one receipt, offline
//
// Ends with 0 where everything agrees, 1 where something does not, 2 where it could not be checked.
// Needs Node.js 20 and nothing else; ML-DSA-44 signatures are checked from Node.js 24.6 on, and passed over before.
// The formats are those of c2sp.org: signed-note and the pages called tlog-; the tree is that of RFC 6962.
import { createHash, createPublicKey, verify as isSignedBy } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Something does not agree with something else. */
export class Unsound extends Error {}

function need(holds, message) {
  if (!holds) throw new Unsound(message)
}

function sha256(...parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const leafHash = (entry) => sha256(Buffer.of(0), entry)
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right)

/** The root over hashes in their order: the left side is the largest power of two that leaves something. */
function rootOf(hashes) {
  if (hashes.length < 2) return hashes[0] ?? sha256()
  const split = 2 ** Math.floor(Math.log2(hashes.length - 1))
  return nodeHash(rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)))
}

/** RFC 9162 section 2.1.3.2: climbs from a leaf to the root. */
function isIncluded(leaf, index, size, path, root) {
  if (index >= size) return false
  let [position, last, hash] = [index, size - 1n, leaf]
  for (const sibling of path) {
    if (last === 0n) return false
    if (position % 2n === 1n || position === last) {
      hash = nodeHash(sibling, hash)
      while (position % 2n === 0n && position !== 0n) [position, last] = [position / 2n, last / 2n]
    } else {
      hash = nodeHash(hash, sibling)
    }
    ;[position, last] = [position / 2n, last / 2n]
  }
  return last === 0n && hash.equals(root)
}

function utf8(bytes) {
  const text = bytes.toString()
  need(Buffer.from(text).equals(bytes), 'not UTF-8')
  return text
}

function base64(text) {
  const bytes = Buffer.from(text, 'base64')
  need(bytes.toString('base64') === text, 'not canonical Base64')
  return bytes
}

function hash32(text) {
  need(base64(text).length === 32, 'a hash has 32 bytes')
  return base64(text)
}

function decimal(text) {
  need(/^(0|[1-9][0-9]{0,18})$/.test(text) && BigInt(text) < 2n ** 63n, `not a size: ${text}`)
  return BigInt(text)
}

const isName = (name) => name !== '' && !/[\p{White_Space}+]/u.test(name)

/** A text and, after its last empty line, who is said to have signed it. */
function readNote(bytes) {
  need(bytes.length <= 512 * 1024, 'the note is too long')
  const note = utf8(bytes)
  const split = note.lastIndexOf('\n\n')
  need(split >= 0 && note.endsWith('\n') && split + 2 < note.length, 'not a signed note')
  need(!/[\u0000-\u0009\u000b-\u001f]/.test(note), 'a note has no control characters')
  return { text: note.slice(0, split + 1), signatures: note.slice(split + 2, -1).split('\n').map(readSignature) }
}

function readSignature(line) {
  const [dash, name, encoded, ...more] = line.split(' ')
  const blob = base64(encoded ?? '')
  need(dash === '\u2014' && more.length === 0 && isName(name ?? '') && blob.length > 4, 'not a signature line')
  return { name, id: blob.subarray(0, 4), signature: blob.subarray(4) }
}

function readCheckpoint(text) {
  const lines = text.slice(0, -1).split('\n')
  need(text.endsWith('\n') && lines.length >= 3 && !lines.includes(''), 'not a checkpoint')
  return { origin: lines[0], size: decimal(lines[1]), root: hash32(lines[2]) }
}

function readKey(vkey) {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(vkey) ?? []
  need(name !== undefined && isName(name), `not a verifier key: ${vkey}`)
  const typed = base64(encoded)
  const computed = sha256(Buffer.from(`${name}\n`), typed).subarray(0, 4)
  need(computed.toString('hex') === id, `the id is not that of the key: ${vkey}`)
  need(KINDS[typed[0]]?.keyBytes === typed.length - 1, `a key of an unknown kind: ${vkey}`)
  return { name, id: computed, kind: KINDS[typed[0]], raw: typed.subarray(1) }
}

const ED25519 = { algorithm: 'Ed25519', keyBytes: 32, prefix: '302a300506032b6570032100' }
const ML_DSA = { algorithm: 'ML-DSA-44', keyBytes: 1312, prefix: '30820532300b06096086480165030403110382052100' }
const KINDS = {
  1: { ...ED25519, timed: 0, bytes: 64, message: (_, text) => Buffer.from(text) },
  4: { ...ED25519, timed: 8, bytes: 72, message: (_, text, at) => Buffer.from(`cosignature/v1\ntime ${at}\n${text}`) },
  6: { ...ML_DSA, timed: 8, bytes: 2428, message: subtreeMessage },
}

/** The structure cosigned_message of tlog-cosignature, for the whole tree. */
function subtreeMessage(key, text, time) {
  const { origin, size, root } = readCheckpoint(text)
  const opaque = (word) => Buffer.concat([Buffer.of(Buffer.byteLength(word)), Buffer.from(word)])
  const uint64 = (number) => Buffer.from(number.toString(16).padStart(16, '0'), 'hex')
  const label = Buffer.from('subtree/v1\n\0')
  return Buffer.concat([label, opaque(key.name), uint64(time), opaque(origin), uint64(0n), uint64(size), root])
}

/** The key as Node knows it; undefined where this Node is too old for its algorithm. */
function nodeKey(key) {
  try {
    const der = Buffer.concat([Buffer.from(key.kind.prefix, 'hex'), key.raw])
    return createPublicKey({ key: der, format: 'der', type: 'spki' })
  } catch {
    return undefined
  }
}

/** Those of the keys that signed. Lines of other keys are passed over; a bad signature of a key refuses the note. */
function signersOf(note, keys) {
  return keys.filter((key) => {
    const lines = note.signatures.filter(({ name, id }) => name === key.name && id.equals(key.id))
    const publicKey = nodeKey(key)
    if (publicKey === undefined) return false
    for (const { signature } of lines) {
      const time = key.kind.timed > 0 && signature.length >= 8 ? signature.readBigUInt64BE() : 0n
      const holds =
        signature.length === key.kind.bytes &&
        time < 2n ** 63n &&
        isSignedBy(null, key.kind.message(key, note.text, time), publicKey, signature.subarray(key.kind.timed))
      need(holds, `the signature of ${key.name} is bad`)
    }
    return lines.length > 0
  })
}

/** c2sp.org/tlog-policy: logs, witnesses, and which of these are enough. */
export function readPolicy(bytes) {
  const policy = { logs: [], witnesses: [], quorum: undefined }
  const isMet = new Map([['none', () => true]])
  const members = new Set(['none'])
  for (const line of utf8(bytes).split('\n')) {
    const [word, name, ...rest] = line.split(/[ \t]+/).filter((part) => part !== '')
    if (word === undefined || word.startsWith('#')) continue
    if (word === 'log') {
      policy.logs.push(readKey(name ?? ''))
    } else if (word === 'witness' && !isMet.has(name)) {
      const key = readKey(rest[0] ?? '')
      need(policy.witnesses.every((other) => !other.raw.equals(key.raw)), 'two witnesses have one key')
      policy.witnesses.push(key)
      isMet.set(name, (signers) => signers.includes(key))
    } else if (word === 'group' && !isMet.has(name)) {
      const [count, ...names] = rest
      const needed = { all: names.length, any: 1 }[count] ?? Number(decimal(count ?? ''))
      need(needed >= 1 && needed <= names.length, `not a group: ${line}`)
      for (const member of names) need(isMet.has(member) && !members.has(member) && members.add(member), `no ${member}`)
      isMet.set(name, (signers) => names.filter((member) => isMet.get(member)(signers)).length >= needed)
    } else {
      need(word === 'quorum' && policy.quorum === undefined && isMet.has(name), `not of a policy: ${line}`)
      policy.quorum = isMet.get(name)
    }
  }
  need(policy.quorum !== undefined, 'a policy says its quorum')
  return policy
}

/** The checkpoint of a note that the policy accepts, with who signed it. */
function accept(note, policy) {
  const checkpoint = readCheckpoint(note.text)
  const logs = policy.logs.filter(({ name }) => name === checkpoint.origin)
  const signers = signersOf(note, logs)
  need(signers.length > 0, `not signed by a known key of ${checkpoint.origin}`)
  // More than the policy asks for: a log that has two keys signs with both, as far as this Node can tell.
  need(logs.every((key) => signers.includes(key) || nodeKey(key) === undefined), 'not signed by all keys of the log')
  const cosigners = signersOf(note, policy.witnesses)
  const untold = policy.witnesses.filter((key) => nodeKey(key) === undefined)
  if (!policy.quorum(cosigners) && policy.quorum([...cosigners, ...untold])) throw new Error('this Node.js is too old')
  need(policy.quorum(cosigners), `cosigned by ${cosigners.length} of ${policy.witnesses.length}, which is no quorum`)
  return { ...checkpoint, signers, cosigners }
}

/** read(path) gives the bytes of a file of the log; policy may be undefined: then the log's own is believed. */
export async function verifyLog(read, policy) {
  const checkpoint = accept(readNote(await read('log/checkpoint')), policy ?? readPolicy(await read('log/policy')))
  let count = Number(checkpoint.size)
  need(Number.isSafeInteger(count), 'more entries than this program can count')
  let hashesOf = (index, width) => leavesOf(read, index, width)
  let edge = []
  for (let level = 0; count > 0; level++) {
    const roots = []
    for (let index = 0; index * 256 < count; index++) {
      const width = Math.min(256, count - index * 256)
      const hashes = await hashesOf(index, width)
      const tile = await read(`log/tile/${level}/${tilePath(index, width)}`)
      need(Buffer.concat(hashes).equals(tile), `tile ${level}/${index} is not what the entries give`)
      // What fills no tile of its own is the right edge of the tree; the edge of the level below hangs at its end.
      if (width === 256) roots.push(rootOf(hashes))
      else edge = [rootOf([...hashes, ...edge])]
    }
    hashesOf = (index) => roots.slice(index * 256, index * 256 + 256)
    count = roots.length
  }
  need(rootOf(edge).equals(checkpoint.root), 'the entries do not give the root that was signed')
  return checkpoint
}

/** Entries are stored 256 to a bundle, each behind its length in two bytes. */
async function leavesOf(read, index, width) {
  const bundle = await read(`log/tile/entries/${tilePath(index, width)}`)
  const leaves = []
  for (let at = 0; at < bundle.length; ) {
    const end = at + 2 <= bundle.length ? at + 2 + bundle.readUInt16BE(at) : Infinity
    need(end <= bundle.length, `bundle ${index} is cut off`)
    leaves.push(leafHash(bundle.subarray(at + 2, end)))
    at = end
  }
  need(leaves.length === width, `bundle ${index} has ${leaves.length} entries`)
  return leaves
}

/** 1234067 is x001/x234/067 */
function tilePath(index, width) {
  let path = String(index % 1000).padStart(3, '0')
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${String(rest % 1000).padStart(3, '0')}/${path}`
  }
  return width === 256 ? path : `${path}.p/${width}`
}

/** A receipt of ours carries the record itself in its extra line. */
export function verifyProof(file, policy) {
  const split = file.indexOf('\n\n')
  const [version, ...lines] = utf8(file.subarray(0, split)).split('\n')
  need(version === 'c2sp.org/tlog-proof@v1' && lines[0]?.startsWith('extra '), 'not a proof that carries its record')
  need(lines[1]?.startsWith('index ') && lines.length <= 65, 'a proof has an index and at most 63 hashes')
  const record = base64(lines[0].slice('extra '.length))
  const index = decimal(lines[1].slice('index '.length))
  const checkpoint = accept(readNote(file.subarray(split + 2)), policy)
  const path = lines.slice(2).map(hash32)
  need(isIncluded(leafHash(record), index, checkpoint.size, path, checkpoint.root), 'the record is not in the log')
  return { ...checkpoint, index, record: utf8(record) }
}

const overHttp = (site) => async (path) => {
  const response = await fetch(`${site.replace(/\/+$/, '')}/${path}`)
  if (response.status === 429) {
    await new Promise((done) => setTimeout(done, 1000 * Number(response.headers.get('Retry-After') ?? 5)))
    return overHttp(site)(path)
  }
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}

async function main(words) {
  const policy = words[0] === '--policy' ? readPolicy(await readFile(words[1])) : undefined
  const subject = words.at(-1)
  let found
  if (/^https?:/.test(subject)) {
    found = await verifyLog(overHttp(subject), policy)
  } else if ((await stat(subject)).isDirectory()) {
    found = await verifyLog((path) => readFile(join(subject, path)), policy)
  } else {
    if (policy === undefined) throw new Error('a receipt needs --policy FILE')
    found = verifyProof(await readFile(subject), policy)
  }
  const names = (keys) => keys.map(({ name, id }) => `${name}+${id.toString('hex')}`).join(', ')
  console.log(`The log of ${found.origin} is sound.`)
  console.log(`  size       ${found.size} records\n  root       ${found.root.toString('hex')}`)
  console.log(`  signed by  ${names(found.signers)}\n  cosigned   by ${names(found.cosigners) || 'nobody'}`)
  if (found.record !== undefined) console.log(`  record     ${found.index}: ${found.record}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((failure) => {
    console.log(`${failure instanceof Unsound ? 'NOT sound' : 'Could not be checked'}: ${failure.message}`)
    process.exitCode = failure instanceof Unsound ? 1 : 2
  })
}
