import legalBasesFile from '../../../resources/directory/legal-bases.json' with { type: 'json' }

/** Legal bases that hold only as long as a consent. */
export const purposeCodesNeedingConsent: readonly string[] = legalBasesFile.entries.filter(({ needsConsent }) => needsConsent).map(({ code }) => code)
