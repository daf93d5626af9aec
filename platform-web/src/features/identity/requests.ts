import { answerOf, api, type Schemas } from '@/shared/api/client'
import type { Account } from '@/shared/session/session'

export type CodePurpose = Schemas['SignUpSendCodeRequest']['purpose']

export function signIn(contact: string, password: string): Promise<Account> {
  return answerOf(api.POST('/api/v1/session', { body: { contact, password } }))
}

export function sendCode(contact: string, purpose: CodePurpose): Promise<unknown> {
  return answerOf(api.POST('/api/v1/codes', { body: { contact, purpose } }))
}

export function openAccount(account: Schemas['SignUpOpenAccountRequest']): Promise<Account> {
  return answerOf(api.POST('/api/v1/accounts', { body: account }))
}

export function resetPassword(reset: Schemas['SignUpResetPasswordRequest']): Promise<unknown> {
  return answerOf(api.POST('/api/v1/password-resets', { body: reset }))
}

export function changePassword(currentPassword: string, newPassword: string): Promise<unknown> {
  return answerOf(api.PUT('/api/v1/account/password', { body: { currentPassword, newPassword } }))
}

export function verifyRealName(name: string, idNumber: string): Promise<Account> {
  return answerOf(api.POST('/api/v1/account/real-name-verifications', { body: { name, idNumber } }))
}

export function changeDisplayName(displayName: string): Promise<Account> {
  return answerOf(api.PUT('/api/v1/account/display-name', { body: { displayName } }))
}
