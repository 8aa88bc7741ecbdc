import type { Letterhead } from '../../settings/letterhead.ts'
import { germanDate } from '../../dates.ts'
import { topicLabel } from '../catalogues.ts'
import { targetLabel, type ReferralFields } from '../referrals/model.ts'
import type { ReleaseFields } from './model.ts'
import type { TextKey } from './texts.ts'

/**
 * One line of a sheet in two columns: a heading, a sentence, a label with what was entered (which stands once, below both
 * columns) or a line to sign on.
 */
export interface SheetRow {
  readonly kind: 'title' | 'sentence' | 'field' | 'signature'
  readonly key: TextKey
  /** For a field: what was entered; empty leaves a line to write on. */
  readonly value?: string
}

/** A sheet for the client, whatever its format. */
export interface Sheet {
  /** The office in one line. */
  readonly sender: string
  readonly rows: readonly SheetRow[]
}

type Office = Pick<Letterhead, 'officeName' | 'department' | 'street' | 'postalCode' | 'city' | 'phone' | 'email'>

/** „Stadt Musterstadt · Integrationsbeauftragte“ */
export function senderOf({ officeName, department }: Office): string {
  return [officeName, department].filter(Boolean).join(' · ')
}

function placeOf({ street, postalCode, city }: Office): string {
  return [street, `${postalCode} ${city}`.trim()].filter(Boolean).join(', ')
}

/** The release from secrecy as it is signed. */
export function releaseSheet(release: ReleaseFields, office: Office, client: { name: string; birthDate: string }): Sheet {
  const field = (key: TextKey, value: string): SheetRow => ({ kind: 'field', key, value })
  const sentence = (key: TextKey): SheetRow => ({ kind: 'sentence', key })
  return {
    sender: senderOf(office),
    rows: [
      { kind: 'title', key: 'releaseTitle' },
      field('name', client.name),
      field('birthDate', client.birthDate),
      sentence('declaration'),
      field('from', [senderOf(office), placeOf(office)].filter(Boolean).join(', ')),
      field('to', release.name),
      field('information', release.information),
      field('purpose', release.purpose),
      field('until', germanDate(release.until)),
      ...(release.mutual ? [sentence('mutual')] : []),
      sentence('limits'), sentence('voluntary'), sentence('revocable'), sentence('understood'),
      { kind: 'signature', key: 'signature' },
      { kind: 'signature', key: 'guardian' },
      { kind: 'signature', key: 'interpreter' },
    ],
  }
}

/** How the other office is reached, as the slip says it. */
export interface Reach {
  readonly address: string
  readonly phone: string
  readonly email: string
}

/** The slip for the client: where, how to reach them, what it is about. It bears no name of the client. */
export function slipSheet(referral: ReferralFields, reach: Reach, office: Office): Sheet {
  const optional = (key: TextKey, value: string): SheetRow[] => (value.trim() === '' ? [] : [{ kind: 'field', key, value: value.trim() }])
  return {
    sender: senderOf(office),
    rows: [
      { kind: 'title', key: 'slipTitle' },
      { kind: 'field', key: 'where', value: [targetLabel(referral), reach.address].filter(Boolean).join('\n') },
      ...optional('phone', reach.phone),
      ...optional('email', reach.email),
      ...optional('when', referral.appointment),
      { kind: 'field', key: 'about', value: referral.about.trim() || topicLabel(referral.topic) },
      ...optional('bring', referral.bring),
      { kind: 'sentence', key: 'freeChoice' },
      { kind: 'sentence', key: 'tellUs' },
      { kind: 'field', key: 'questions', value: [senderOf(office), placeOf(office), office.phone, office.email].filter(Boolean).join('\n') },
    ],
  }
}
