import { germanDate } from '../../dates.ts'
import type { Agreement, AgreementState } from './agreements.ts'
import type { HistoryItem } from './contact-history.ts'
import { needsConsent, type Purpose, type PurposeState } from './purposes.ts'

/** Words for what fills the contact history. */
export const historyKindLabels: Record<HistoryItem['kind'], string> = {
  call: 'Telefonat', email: 'E-Mail', meeting: 'Treffen', visit: 'Besuch', event: 'Veranstaltung', other: 'Sonstiges', letter: 'Schreiben',
  statement: 'Stellungnahme', mail: 'Post',
}

export const agreementStateLabels: Record<AgreementState, string> = { planned: 'beginnt später', running: 'läuft', ending: 'endet bald', ended: 'beendet' }

/** How a purpose stands, in a few words with their day: "Einwilligung abgelaufen am 31.12.2025". */
export function purposeStateText(purpose: Purpose, state: PurposeState): string {
  switch (state) {
    case 'revoked': return `Einwilligung widerrufen${on(purpose.revokedOn)}`
    case 'expired': return `Einwilligung abgelaufen${on(purpose.consentUntil)}`
    case 'missing': return purpose.consentOn === null ? 'Einwilligung fehlt' : `Einwilligung erst${ab(purpose.consentOn)}`
    case 'review': return `Wieder zu prüfen${purpose.reviewOn === null ? '' : ` seit ${germanDate(purpose.reviewOn)}`}`
    case 'valid': return needsConsent(purpose.legalBasis)
      ? `Einwilligung vom ${germanDate(purpose.consentOn ?? '')}${purpose.consentUntil === null ? '' : ` bis ${germanDate(purpose.consentUntil)}`}`
      : 'gültig'
  }
}

/** The term of an agreement: "01.01.2026 bis 31.12.2027, kündbar bis 30.09.2027". */
export function termText({ from, to, noticeUntil }: Pick<Agreement, 'from' | 'to' | 'noticeUntil'>): string {
  const term = from === null
    ? to === null ? '' : `bis ${germanDate(to)}`
    : to === null ? `seit ${germanDate(from)}` : `${germanDate(from)} bis ${germanDate(to)}`
  return [term, noticeUntil === null ? '' : `kündbar bis ${germanDate(noticeUntil)}`].filter(Boolean).join(', ')
}

function on(day: string | null): string {
  return day === null ? '' : ` am ${germanDate(day)}`
}

function ab(day: string): string {
  return ` ab ${germanDate(day)}`
}
