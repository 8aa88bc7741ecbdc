/** The encodings that a list may have; the names are those of the library that decodes them. */
export const importEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh', 'cp850', 'windows-1250', 'windows-1251', 'windows-1254'] as const
export const importSeparators = [';', ',', '\t', '|'] as const
/** What a file turned out to be; `typed` is what a person entered from a signature. */
export const importFormats = ['csv', 'workbook', 'vcard', 'ldif', 'typed'] as const

export type ImportEncoding = typeof importEncodings[number]
export type ImportSeparator = typeof importSeparators[number]
export type ImportFormat = typeof importFormats[number]

export const importEncodingLabels: Record<ImportEncoding, string> = {
  'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16 (big endian)', 'windows-1252': 'Windows-1252', macintosh: 'Mac Roman',
  cp850: 'DOS (CP 850)', 'windows-1250': 'Windows-1250 (mitteleuropäisch)', 'windows-1251': 'Windows-1251 (kyrillisch)',
  'windows-1254': 'Windows-1254 (türkisch)',
}

export const importSeparatorLabels: Record<ImportSeparator, string> = {
  ';': 'Semikolon', ',': 'Komma', '\t': 'Tabulator', '|': 'senkrechter Strich',
}

export const importFormatLabels: Record<ImportFormat, string> = {
  csv: 'Textliste (CSV)', workbook: 'Arbeitsmappe', vcard: 'Visitenkarten (vCard)', ldif: 'Adressbuch (LDIF)', typed: 'Signatur',
}

/** The largest file that is taken, in bytes. */
export const maxImportBytes = 50 * 1024 * 1024
