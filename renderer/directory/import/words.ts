import { IconArrowBackUp, IconCircleDashed, IconEqual, IconHelpCircle, IconPlus, IconPlayerSkipForward, IconUserPlus, type Icon } from '@tabler/icons-react'
import type { ConflictDecision, ImportOutcome, ImportRowFilter, RemarkDecision, SimilarDecision } from '../../../shared/directory/import/model.ts'

/** What happens to a row, in a word and a sign. */
export const outcomes: Record<ImportOutcome, { label: string; icon: Icon }> = {
  new: { label: 'Neu', icon: IconPlus },
  complete: { label: 'Ergänzt', icon: IconUserPlus },
  open: { label: 'Offen', icon: IconHelpCircle },
  skipped: { label: 'Übersprungen', icon: IconPlayerSkipForward },
  unchanged: { label: 'Vorhanden', icon: IconEqual },
  rejected: { label: 'Zurück', icon: IconArrowBackUp },
  empty: { label: 'Leer', icon: IconCircleDashed },
}

export const similarLabels: Record<SimilarDecision, string> = { complete: 'Ergänzen', new: 'Als neuen Kontakt anlegen', skip: 'Überspringen' }
export const conflictLabels: Record<ConflictDecision, string> = { keep: 'Vorhandenes behalten', replace: 'Aus der Datei übernehmen' }
export const remarkLabels: Record<RemarkDecision, string> = { note: 'In die Notiz', protected: 'In die geschützte Notiz', drop: 'Weglassen' }
export const filterLabels: Record<ImportRowFilter, string> = {
  all: 'Alle', open: 'Offen', new: 'Neu', complete: 'Ergänzt', noted: 'Mit Hinweis', unchanged: 'Vorhanden', rejected: 'Zurück',
}
