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

function variable(name: string): string {
  const value = process.env[name]
  if (value === undefined) {
    throw new Error(`${name} is not set; ./xunshi test sets it`)
  }
  return value
}
