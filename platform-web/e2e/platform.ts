import { readFileSync } from 'node:fs'

type Role =
  'RESIDENT' | 'ORGANISATION_MEMBER' | 'REGULATOR' | 'ADMINISTRATOR' | 'POINT_OPERATOR' | 'MODERATOR'

export interface Account {
  role: string
  contact: string
  password: string
  displayName: string
}

/** Logins that the sample data made. */
function demoAccounts(role: Role): Account[] {
  const accounts = JSON.parse(readFileSync(variable('XUNSHI_DEMO_ACCOUNTS_FILE'), 'utf8')) as Account[]
  return accounts.filter((account) => account.role === role)
}

export function demoAccount(role: Role, n = 0): Account {
  const account = demoAccounts(role)[n]
  if (account === undefined) {
    throw new Error(`The sample data has no demo account ${String(n)} of role ${role}`)
  }
  return account
}

/** Where the simulated provider of messages shows what it was asked to send. */
export function messagesPage(contact: string): string {
  return `${variable('XUNSHI_NOTICE_URL')}/messages?contact=${encodeURIComponent(contact)}`
}

/** The simulated carrier does something with the parcel of that waybill, and tells the platform. */
export async function moveParcel(waybill: string, status: string, place: string): Promise<void> {
  const simulation = variable('XUNSHI_NOTICE_URL')
  const parcels = (await (await fetch(`${simulation}/simulation/parcels`)).json()) as {
    reference: string
    waybill: string
  }[]
  const reference = parcels.find((parcel) => parcel.waybill === waybill)?.reference
  if (reference === undefined) {
    throw new Error(`The carrier knows no parcel ${waybill}`)
  }
  await fetch(`${simulation}/simulation/parcels/${reference}/moves`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ status, place }),
  })
}

function variable(name: string): string {
  const value = process.env[name]
  if (value === undefined) {
    throw new Error(`${name} is not set; ./xunshi test sets it`)
  }
  return value
}
