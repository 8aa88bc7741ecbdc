import type { Letter } from '../../../../shared/correspondence/letter.ts'
import type { Addressed, EnvelopeForm, Printed } from '../../../../shared/correspondence/print/contract.ts'
import { hiddenLines } from '../../../../shared/correspondence/print/window.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { findEnvelope } from '../../../../shared/labels/sheets.ts'
import { returnAddressOf } from '../../../../shared/settings/letterhead.ts'
import { envelopesDocx } from '../../documents/docx-envelopes.ts'
import { envelopesPdf } from '../../documents/pdf-labels.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { getLetterhead } from '../../settings/service.ts'
import { findPdfPrograms } from '../dispatch/pdf-programs.ts'
import { saveEntries } from '../register/entries-service.ts'
import { withLetters } from '../serial/issue.ts'
import { canPdf, oneDocx, onePdf } from '../serial/print.ts'
import { readRecipients } from '../serial/repository.ts'
import { getLetter } from '../service.ts'

/** As what something is written for the printer. @throws OfficeError `not-found`, `invalid` where there is nothing to print */
export async function printForm(desk: OfficeDesk, what: Printed, programs = findPdfPrograms()): Promise<{ form: 'pdf' | 'docx' }> {
  if (what.kind === 'register') return { form: 'pdf' }
  return { form: (await lettersOf(desk, what)).every(({ template }) => canPdf(template, programs)) ? 'pdf' : 'docx' }
}

/**
 * Writes it for the printer: as PDF, or as DOCX where nothing can make a PDF of it.
 * @throws OfficeError `not-found`, `invalid`, `forbidden`, `disk-full`, `read-only`
 */
export async function writePrint(desk: OfficeDesk, grants: FileGrants, { what, grant }: { what: Printed; grant: string }, programs = findPdfPrograms()): Promise<void> {
  if (what.kind === 'register') return saveEntries(desk, grants, { direction: what.direction, year: what.year, format: 'pdf', grant })
  const letters = await lettersOf(desk, what)
  const press = { desk, letterhead: (await getLetterhead(desk)).letterhead, programs, signal: undefined }
  const { form } = await printForm(desk, what, programs)
  grants.write(grant, form === 'pdf' ? await onePdf(press, letters) : await oneDocx(press, letters))
}

/**
 * Writes envelopes in their own size, a page each, with the office's line above. Who is written to twice at the same address gets one.
 * @throws OfficeError `invalid` for an unknown size or without an address, `not-found`
 */
export async function writeEnvelopes(
  desk: OfficeDesk, grants: FileGrants, { of, envelope: code, form, grant }: { of: Addressed; envelope: string; form: EnvelopeForm; grant: string },
): Promise<{ envelopes: number }> {
  const envelope = findEnvelope(code)
  if (!envelope) throw new OfficeError('invalid', { detail: 'Bitte einen Umschlag wählen.' })
  const { distinct } = await addressesOf(desk, of)
  const addresses = distinct.map(({ lines }) => lines)
  if (addresses.length === 0) throw new OfficeError('invalid', { detail: 'Das Schreiben hat noch keine Anschrift.' })
  const { letterhead } = await getLetterhead(desk)
  const look = { title: 'Umschläge', envelope, sender: returnAddressOf(letterhead) }
  grants.write(grant, form === 'pdf' ? await envelopesPdf(addresses, look) : await envelopesDocx(addresses, look, letterhead))
  return { envelopes: addresses.length }
}

/** How many envelopes there are, how many letters lie in another's, and whose address a window may not show whole. @throws OfficeError `not-found`, `invalid` */
export async function windowCheck(desk: OfficeDesk, of: Addressed): Promise<{ envelopes: number; repeated: number; hidden: { name: string; line: string }[] }> {
  const { distinct, repeated } = await addressesOf(desk, of)
  const { letterhead } = await getLetterhead(desk)
  const hidden = distinct.flatMap(({ name, lines }) => hiddenLines(lines, letterhead.fontSize).map((line) => ({ name, line })))
  // Several people of one organisation: its long name is said once.
  return { envelopes: distinct.length, repeated, hidden: [...new Map(hidden.map((each) => [each.line, each])).values()] }
}

/** The addresses of letters and of everybody else who gets one by post, each once: two letters to one address go in one envelope. */
async function addressesOf(desk: OfficeDesk, of: Addressed): Promise<{ distinct: { name: string; lines: string[] }[]; repeated: number }> {
  const all = (await lettersOf(desk, of)).flatMap(({ recipientName, addressLines, recipients }) => [
    { name: recipientName, lines: addressLines },
    ...recipients.filter(({ way }) => way === 'post').map(({ name, addressLines: lines }) => ({ name, lines })),
  ]).filter(({ lines }) => lines.length > 0)
  const byAddress = new Map<string, { name: string; lines: string[] }>()
  for (const address of all) {
    const key = address.lines.map((line) => line.trim().toLocaleLowerCase('de')).join('\n')
    if (!byAddress.has(key)) byAddress.set(key, address)
  }
  const distinct = [...byAddress.values()]
  return { distinct, repeated: all.length - distinct.length }
}

async function lettersOf(desk: OfficeDesk, what: Addressed): Promise<[Letter, ...Letter[]]> {
  if (what.kind === 'letter') return [await getLetter(desk, what.id)]
  const posted = (await readRecipients(desk.database.read, what.id)).filter(({ way, letterId }) => way === 'letter' && letterId !== null)
  const [first, ...others] = (await withLetters({ desk }, posted)).map(({ letter }) => letter)
  if (!first) throw new OfficeError('invalid', { detail: 'Es gibt noch keine Schreiben für die Post.' })
  return [first, ...others]
}
