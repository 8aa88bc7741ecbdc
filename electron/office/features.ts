import { calendarEntryRecordType, overruledDayRecordType } from './calendar/record-types.ts'
import { caseRecordType, consultationRecordType, protectedNoteRecordType } from './counselling/record-types.ts'
import { deadlineRecordType } from './counselling/deadlines/record-type.ts'
import { residenceRecordType } from './counselling/residence/record-type.ts'
import { attachmentRecordType } from './counselling/attachments/record-type.ts'
import { noteTemplateRecordType } from './counselling/templates/record-type.ts'
import { escalationRecordType } from './counselling/escalation/record-type.ts'
import { clientLetterRecordType } from './counselling/letters/record-type.ts'
import { referralRecordType } from './counselling/referrals/record-type.ts'
import { releaseRecordType, sheetTextsRecordType } from './counselling/releases/record-type.ts'
import { retentionPracticeRecordType } from './counselling/privacy/record-type.ts'
import { identityRecordType } from './counselling/identity/record-type.ts'
import { incidentRecordType, offenderRecordType } from './counselling/incidents/record-type.ts'
import type { CounsellingSchema } from './database/counselling/schema.ts'
import type { OfficeSchema } from './database/office/schema.ts'
import type { RecordType } from './database/record-type.ts'
import { signatoryRecordType } from './correspondence/signing/record-type.ts'
import { letterRecordType } from './correspondence/record-types.ts'
import { textBlockRecordType } from './correspondence/blocks/record-type.ts'
import { serialRunRecordType } from './correspondence/serial/record-type.ts'
import { templateRecordType } from './correspondence/templates/record-type.ts'
import { documentRecordType, dossierRecordType, entryRecordType, matterRecordType, registerSettingsRecordType } from './correspondence/register/record-types.ts'
import { dictionaryWordRecordType, glossaryTermRecordType } from './correspondence/language/record-types.ts'
import { materialRecordType } from './correspondence/material/record-type.ts'
import { clippingRecordType, pressSettingsRecordType, releaseRecordType as pressReleaseRecordType } from './correspondence/press/record-types.ts'
import { statementRecordType } from './correspondence/statements/record-type.ts'
import { listRecordType } from './directory/lists/record-type.ts'
import { privacyOfficeRecordType } from './directory/privacy/record-type.ts'
import { contactRecordType, contactViewRecordType } from './directory/record-types.ts'
import { checklistRecordType, eventRecordType, seriesRecordType, venueRecordType } from './events/record-types.ts'
import { participantsRecordType } from './events/participants/record-type.ts'
import { taskRecordType } from './tasks/record-type.ts'
import { letterheadRecordType } from './settings/record-types.ts'

/** Every kind of record of office.db. Being listed here gives it history, undo, trash and search. */
export const officeRecordTypes: readonly RecordType<OfficeSchema>[] = [
  contactRecordType, contactViewRecordType, listRecordType, letterRecordType, letterheadRecordType, signatoryRecordType, privacyOfficeRecordType, templateRecordType,
  textBlockRecordType, statementRecordType, entryRecordType, documentRecordType, dossierRecordType, matterRecordType, registerSettingsRecordType,
  dictionaryWordRecordType, glossaryTermRecordType,
  pressReleaseRecordType, clippingRecordType, pressSettingsRecordType, materialRecordType,
  taskRecordType, eventRecordType, venueRecordType, seriesRecordType, checklistRecordType, participantsRecordType,
  calendarEntryRecordType, overruledDayRecordType,
  serialRunRecordType,
]

/** Every kind of record of counselling.db. */
export const counsellingRecordTypes: readonly RecordType<CounsellingSchema>[] = [
  caseRecordType, consultationRecordType, protectedNoteRecordType, deadlineRecordType, residenceRecordType, identityRecordType,
  attachmentRecordType, noteTemplateRecordType, incidentRecordType, offenderRecordType, escalationRecordType,
  referralRecordType, releaseRecordType, sheetTextsRecordType, clientLetterRecordType,
  retentionPracticeRecordType,
]
