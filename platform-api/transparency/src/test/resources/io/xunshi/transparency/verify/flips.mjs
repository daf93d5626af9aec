// node flips.mjs VERIFIER FOLDER PROOF: flips bits in all files of a sound log and in a proof, and expects the verifier
// to find each of them.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

const [verifier, folder, proofFile] = process.argv.slice(2)
const { readPolicy, Unsound, verifyLog, verifyProof } = await import(pathToFileURL(verifier).href)

const files = new Map(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => [relative(folder, path), readFileSync(path)])
    .filter(([path]) => path.startsWith('log/')),
)
const policy = readPolicy(files.get('log/policy'))
const read = (all) => (path) => {
  if (!all.has(path)) throw new Error(`${path} is missing`)
  return Promise.resolve(all.get(path))
}

let found = 0

async function expectFound(name, check) {
  try {
    await check()
  } catch (failure) {
    if (!(failure instanceof Unsound)) throw failure
    found++
    return
  }
  throw new Error(`${name} was changed and not found`)
}

function flipped(bytes, bit) {
  const copy = Buffer.from(bytes)
  copy[bit >> 3] ^= 1 << bit % 8
  return copy
}

/** Bits that this Node can know of: it may be too old for the signature line of the log's second key. */
function bitsOf(path, bytes, every) {
  const line = bytes.indexOf('\n\u2014 xunshi.example/log', bytes.indexOf('\n\u2014 xunshi.example/log') + 1) + 1
  const end = bytes.indexOf('\n', line)
  return Array.from({ length: Math.floor((bytes.length * 8) / every) }, (_, i) => i * every).filter(
    (bit) => path.startsWith('log/tile') || bit >> 3 < line || bit >> 3 > end,
  )
}

await verifyLog(read(files), undefined)
for (const [path, bytes] of files) {
  // The program is given the policy; the key is in it.
  if (path === 'log/policy' || path === 'log/key') continue
  for (const bit of bitsOf(path, bytes, Math.max(1, Math.floor((bytes.length * 8) / 60)))) {
    const changed = new Map(files).set(path, flipped(bytes, bit))
    await expectFound(`${path}, bit ${bit}`, () => verifyLog(read(changed), policy))
  }
}

const proof = readFileSync(proofFile)
verifyProof(proof, policy)
for (const bit of bitsOf('proof', proof, 29)) {
  await expectFound(`the proof, bit ${bit}`, () => verifyProof(flipped(proof, bit), policy))
}
console.log(`${found} changes were found`)
