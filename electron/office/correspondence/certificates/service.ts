import { cleanLine } from '../../../../shared/correspondence/clean-text.ts'
import { letterDate } from '../../../../shared/correspondence/letter-date.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { bodyFromLines } from '../body-from-lines.ts'
import { cleanDocx } from '../dispatch/clean-docx.ts'
import { newLetterFields } from '../new-letter.ts'
import { sheafOf } from '../serial/sheaf.ts'
import { kindOf, letterDocument } from '../templates/letter-document.ts'

/** What is certified to several people. */
export interface Certified {
  /** A built-in template, or a version of one of the office, for a Bescheinigung or an Urkunde. */
  template: string
  day: string
  /** What people took part in. */
  occasion: string
  period: string
  names: readonly string[]
}

/**
 * A certificate for each person, as DOCX by a template. They are given out and not kept: no letter is stored and no number used.
 * @throws OfficeError `invalid` for a template of another kind, `template` for one with open faults, `not-found`
 */
export async function certificatesFor(desk: OfficeDesk, { template, day, occasion, period, names }: Certified): Promise<Uint8Array[]> {
  const kind = await kindOf(desk, template)
  if (kind !== 'bescheinigung' && kind !== 'urkunde') throw new OfficeError('invalid', { detail: 'Bitte eine Vorlage für eine Bescheinigung oder Urkunde wählen.' })
  const { letterhead } = await getLetterhead(desk)
  // An Urkunde has its day and place by itself.
  const body = bodyFromLines(kind === 'urkunde' ? [] : ['Die Teilnahme wird hiermit bescheinigt.', [letterhead.city, letterDate(day)].filter((part) => part !== '').join(', ')])
  const fields = { ...newLetterFields(day, letterhead, desk.person.name, null), template, number: '', subject: cleanLine(occasion), body }
  const made: Uint8Array[] = []
  for (const person of names) {
    const particulars: Record<string, string> = kind === 'urkunde' ? { person, anlass: ['hat teilgenommen an', occasion, period].filter((text) => text !== '').join('\n') }
      : { person, gegenstand: `Teilnahme an ${occasion}`, zeitraum: period }
    const subject = kind === 'urkunde' ? 'Teilnahme' : fields.subject
    made.push(cleanDocx((await letterDocument(desk, { ...fields, subject, particulars }, letterhead)).bytes).bytes)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return made
}

/** Puts certificates into one file, each on pages of its own. */
export async function certificatesInOne(certificates: readonly Uint8Array[]): Promise<Uint8Array> {
  return sheafOf(certificates)
}
