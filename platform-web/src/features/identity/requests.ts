import { answerOf, api, type Schemas } from '@/shared/api/client'
import type { Account } from '@/shared/session/session'

export type CodePurpose = Schemas['SignUpSendCodeRequest']['purpose']

/** @param code of the second factor; null where none is asked for */
export function signIn(contact: string, password: string, code: string | null): Promise<Account> {
  return answerOf(
    api.POST('/api/v1/session', {
      body: code === null ? { contact, password } : { contact, password, code },
    }),
  )
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

export function changeContact(password: string, contact: string, code: string): Promise<Account> {
  return answerOf(api.PUT('/api/v1/account/contact', { body: { password, contact, code } }))
}

export function findSessions() {
  return answerOf(api.GET('/api/v1/account/sessions'))
}

export function endSession(id: string): Promise<unknown> {
  return answerOf(api.DELETE('/api/v1/account/sessions/{id}', { params: { path: { id } } }))
}

export function endOtherSessions(): Promise<unknown> {
  return answerOf(api.DELETE('/api/v1/account/sessions'))
}

export function findSecondFactor() {
  return answerOf(api.GET('/api/v1/account/second-factor'))
}

export function beginSecondFactor(password: string) {
  return answerOf(api.POST('/api/v1/account/second-factor', { body: { password } }))
}

export function confirmSecondFactor(code: string) {
  return answerOf(api.POST('/api/v1/account/second-factor/confirmation', { body: { code } }))
}

export function removeSecondFactor(password: string, code: string): Promise<unknown> {
  return answerOf(api.POST('/api/v1/account/second-factor/removal', { body: { password, code } }))
}
