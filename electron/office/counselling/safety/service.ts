import { contactSafety, noSafety, type ContactSafety } from '../../../../shared/counselling/safety/contract.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { CounsellingDesk } from '../../session.ts'
import { expectCaseAccess } from '../access/guard.ts'
import { receipt, validated } from '../service-parts.ts'

/** How the person of a case must not be contacted. @throws OfficeError `forbidden`, `not-found` */
export async function safetyOf(desk: CounsellingDesk, caseId: string): Promise<ContactSafety> {
  await expectCaseAccess(desk, caseId)
  const row = await desk.database.read.selectFrom('case_safety').selectAll().where('id', '=', caseId).executeTakeFirst()
  if (!row) return noSafety
  return {
    noCalls: row.no_calls === 1, noVoicemail: row.no_voicemail === 1, noMessages: row.no_messages === 1, noLetters: row.no_letters === 1,
    codeWord: row.code_word, note: row.note,
  }
}

/** Stores it. @throws OfficeError `invalid`, `forbidden`, `not-found` */
export async function saveSafety(desk: CounsellingDesk, caseId: string, fields: ContactSafety): Promise<ChangeReceipt> {
  await expectCaseAccess(desk, caseId)
  const { noCalls, noVoicemail, noMessages, noLetters, codeWord, note } = validated(contactSafety, fields)
  const columns = {
    no_calls: Number(noCalls), no_voicemail: Number(noVoicemail), no_messages: Number(noMessages), no_letters: Number(noLetters), code_word: codeWord, note,
  }
  const written = await desk.write({ label: 'Sichere Kontaktwege geändert', record: { type: 'case', id: caseId } }, async (transaction) => {
    const stored = await transaction.database.selectFrom('case_safety').select('id').where('id', '=', caseId).executeTakeFirst()
    if (stored) await transaction.update('case_safety', caseId, columns)
    else await transaction.insert('case_safety', { id: caseId, ...columns })
  })
  return receipt(written, caseId)
}
