import type { Letter } from '../../../../shared/correspondence/letter.ts'
import type { Addressed, Printed } from '../../../../shared/correspondence/print/contract.ts'
import { hiddenLines } from '../../../../shared/correspondence/print/window.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { findEnvelope } from '../../../../shared/labels/sheets.ts'
import { returnAddressOf } from '../../../../shared/settings/letterhead.ts'
import { envelopesPdf } from '../../documents/pdf-labels.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { findLibreOffice } from '../dispatch/libre-office.ts'
import { saveEntries } from '../register/entries-service.ts'
import { withLetters } from '../serial/issue.ts'
import { canPdf, oneDocx, onePdf } from '../serial/print.ts'
import { readRecipients } from '../serial/repository.ts'
import { getLetter } from '../service.ts'

/** As what something is written for the printer. @throws OfficeError `not-found`, `invalid` where there is nothing to print */
export async function printForm(desk: OfficeDesk, what: Printed, libreOffice = findLibreOffice()): Promise<{ form: 'pdf' | 'docx' }> {
  if (what.kind === 'register') return { form: 'pdf' }
  return { form: (await lettersOf(desk, what)).every(({ template }) => canPdf(template, libreOffice)) ? 'pdf' : 'docx' }
}

/**
 * Writes it for the printer: as PDF, or as DOCX where nothing can make a PDF of it.
 * @throws OfficeError `not-found`, `invalid`, `forbidden`, `disk-full`, `read-only`
 */
export async function writePrint(desk: OfficeDesk, grants: FileGrants, { what, grant }: { what: Printed; grant: string }, libreOffice = findLibreOffice()): Promise<void> {
  if (what.kind === 'register') return saveEntries(desk, grants, { direction: what.direction, year: what.year, format: 'pdf', grant })
  const letters = await lettersOf(desk, what)
  const press = { desk, letterhead: (await getLetterhead(desk)).letterhead, libreOffice, signal: undefined }
  const { form } = await printForm(desk, what, libreOffice)
  grants.write(grant, form === 'pdf' ? await onePdf(press, letters) : await oneDocx(press, letters))
}

/** Writes envelopes in their own size, a page each, with the office's line above. @throws OfficeError `invalid` for an unknown size or without an address, `not-found` */
export async function writeEnvelopes(
  desk: OfficeDesk, grants: FileGrants, { of, envelope: code, grant }: { of: Addressed; envelope: string; grant: string },
): Promise<{ envelopes: number }> {
  const envelope = findEnvelope(code)
  if (!envelope) throw new OfficeError('invalid', { detail: 'Bitte einen Umschlag wählen.' })
  const addresses = (await lettersOf(desk, of)).map(({ addressLines }) => addressLines).filter((lines) => lines.length > 0)
  if (addresses.length === 0) throw new OfficeError('invalid', { detail: 'Das Schreiben hat noch keine Anschrift.' })
  const { letterhead } = await getLetterhead(desk)
  grants.write(grant, await envelopesPdf(addresses, { title: 'Umschläge', envelope, sender: returnAddressOf(letterhead) }))
  return { envelopes: addresses.length }
}

/** Whose address an envelope with a window may not show whole. @throws OfficeError `not-found`, `invalid` */
export async function windowCheck(desk: OfficeDesk, of: Addressed): Promise<{ envelopes: number; hidden: { name: string; line: string }[] }> {
  const letters = await lettersOf(desk, of)
  const { letterhead } = await getLetterhead(desk)
  return {
    envelopes: letters.filter(({ addressLines }) => addressLines.length > 0).length,
    hidden: letters.flatMap(({ recipientName, addressLines }) => hiddenLines(addressLines, letterhead.fontSize).map((line) => ({ name: recipientName, line }))),
  }
}

async function lettersOf(desk: OfficeDesk, what: Addressed): Promise<[Letter, ...Letter[]]> {
  if (what.kind === 'letter') return [await getLetter(desk, what.id)]
  const posted = (await readRecipients(desk.database.read, what.id)).filter(({ way, letterId }) => way === 'letter' && letterId !== null)
  const [first, ...others] = (await withLetters({ desk }, posted)).map(({ letter }) => letter)
  if (!first) throw new OfficeError('invalid', { detail: 'Es gibt noch keine Schreiben für die Post.' })
  return [first, ...others]
}
