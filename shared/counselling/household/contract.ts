import { z } from 'zod'
import { procedure } from '../../contract-base.ts'
import { changeReceiptSchema } from '../../records/model.ts'
import { caseSubject, householdPerson, opposingParty } from './model.ts'

const id = z.string().min(1).max(64)
const ofCase = z.object({ caseId: id })
const part = ofCase.extend({ id })

/** Household, other side and subject of a case. They are parts of the case: their steps stand in its history. */
export const householdContract = {
  ofCase: procedure.input(ofCase).output(z.object({
    persons: z.array(householdPerson.extend({ linkedCaseId: id.nullable() })),
    opposing: z.array(opposingParty),
    subject: caseSubject,
  })),
  savePerson: procedure.input(ofCase.extend({ person: householdPerson })).output(changeReceiptSchema),
  removePerson: procedure.input(part).output(changeReceiptSchema),
  saveOpposing: procedure.input(ofCase.extend({ party: opposingParty })).output(changeReceiptSchema),
  removeOpposing: procedure.input(part).output(changeReceiptSchema),
  saveSubject: procedure.input(ofCase.extend({ subject: caseSubject })).output(changeReceiptSchema),
}
