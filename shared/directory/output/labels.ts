import type { LeftOutKind, OutputFormat, OutputUse } from './model.ts'

export const outputFormatLabels: Record<OutputFormat, string> = {
  xlsx: 'Excel-Liste (XLSX)', csv: 'CSV, UTF-8', 'csv-1252': 'CSV, Windows-1252', pdf: 'PDF-Liste', vcard4: 'Visitenkarten (vCard 4.0)',
  vcard3: 'Visitenkarten für Outlook (vCard 3.0)', labels: 'Etiketten', badges: 'Namensschilder', envelopes: 'Umschläge', 'envelopes-docx': 'Umschläge als Word-Datei', email: 'E-Mail-Adressen', letters: 'Serienbrief',
}

export const outputUseLabels: Record<OutputUse, string> = { internal: 'dienstlicher Gebrauch', publish: 'Veröffentlichung' }

export const leftOutKindLabels: Record<LeftOutKind, string> = {
  refused: 'nicht erlaubt', undecided: 'zu entscheiden', lacking: 'nicht erreichbar', otherwise: 'anderer Weg', excluded: 'ausgenommen',
}
