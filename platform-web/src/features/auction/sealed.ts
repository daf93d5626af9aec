/** A sealed bid as only its bidder knows it: what is said when it is opened. */
export interface SealedSecret {
  auctionId: string
  lotId: string
  round: number
  paddle: number
  amountFen: number
  nonce: string
  commitment: string
}

const NONCE_BYTES = 32
const LOT_BYTES = 16
const PADDLE_BYTES = 4
const AMOUNT_BYTES = 8

/** A secret with a nonce of its own. Only its commitment is for others before the end. */
export async function sealed(
  of: Pick<SealedSecret, 'auctionId' | 'lotId' | 'round' | 'paddle' | 'amountFen'>,
): Promise<SealedSecret> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  return {
    ...of,
    nonce: toHex(nonce),
    commitment: await commitmentTo(of.lotId, of.paddle, of.amountFen, nonce),
  }
}

/**
 * SHA-256 of the lot's id in sixteen bytes, the paddle number in four and the amount in eight, each with its big end
 * first, and the nonce.
 */
export async function commitmentTo(
  lotId: string,
  paddle: number,
  amountFen: number,
  nonce: Uint8Array,
): Promise<string> {
  const bytes = new Uint8Array(LOT_BYTES + PADDLE_BYTES + AMOUNT_BYTES + nonce.length)
  const view = new DataView(bytes.buffer)
  const id = lotId.replaceAll('-', '')
  view.setBigUint64(0, BigInt(`0x${id.slice(0, LOT_BYTES)}`))
  view.setBigUint64(LOT_BYTES / 2, BigInt(`0x${id.slice(LOT_BYTES)}`))
  view.setInt32(LOT_BYTES, paddle)
  view.setBigInt64(LOT_BYTES + PADDLE_BYTES, BigInt(amountFen))
  bytes.set(nonce, LOT_BYTES + PADDLE_BYTES + AMOUNT_BYTES)
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

/** Keeps a secret in this browser before anybody hears of its commitment. */
export function keep(secret: SealedSecret): void {
  localStorage.setItem(keyOf(secret.auctionId, secret.round, secret.paddle), JSON.stringify(secret))
}

export function kept(auctionId: string, round: number, paddle: number): SealedSecret | undefined {
  return readSecret(localStorage.getItem(keyOf(auctionId, round, paddle)) ?? '')
}

/** What a recovery file says; undefined where it is none. */
export function readSecret(text: string): SealedSecret | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return isSecret(read) ? read : undefined
  } catch {
    return undefined
  }
}

export function recoveryFile(secret: SealedSecret): Blob {
  return new Blob([JSON.stringify(secret, undefined, 2)], { type: 'application/json' })
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function keyOf(auctionId: string, round: number, paddle: number): string {
  return `xunshi.sealed.${auctionId}.${String(round)}.${String(paddle)}`
}

function isSecret(read: unknown): read is SealedSecret {
  const secret = read as Partial<SealedSecret> | null
  return (
    typeof secret === 'object' &&
    secret !== null &&
    typeof secret.auctionId === 'string' &&
    typeof secret.lotId === 'string' &&
    Number.isSafeInteger(secret.round) &&
    Number.isSafeInteger(secret.paddle) &&
    Number.isSafeInteger(secret.amountFen) &&
    typeof secret.nonce === 'string' &&
    /^[0-9a-f]{64}$/.test(secret.nonce) &&
    typeof secret.commitment === 'string'
  )
}
