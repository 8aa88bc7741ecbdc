/** How sure it is that two contacts are one, the surest first. Nothing is ever merged because of it. */
export const certainties = ['sure', 'likely', 'possible'] as const
export type Certainty = typeof certainties[number]

export const certaintyLabels: Record<Certainty, string> = { sure: 'sicher', likely: 'wahrscheinlich', possible: 'möglich' }

/** What speaks for two contacts being one. */
export const reasons = [
  'same-name', 'swapped-names', 'other-spelling', 'former-name', 'similar-name', 'part-of-name', 'same-given-name', 'begins-alike',
  'same-organisation-name', 'abbreviated', 'similar-organisation-name', 'part-of-organisation-name',
  'same-email', 'same-mobile', 'same-phone', 'same-shared-email', 'same-address', 'same-site', 'same-organisation', 'same-place',
] as const
export type Reason = typeof reasons[number]

/** What speaks against it. */
export const doubts = [
  'other-email', 'other-mobile', 'other-address', 'other-place', 'other-salutation', 'other-generation', 'other-type', 'department-missing',
] as const
export type Doubt = typeof doubts[number]

export const reasonLabels: Record<Reason, string> = {
  'same-name': 'gleicher Name', 'swapped-names': 'Vor- und Familienname vertauscht', 'other-spelling': 'andere Schreibweise des Namens',
  'former-name': 'früherer Name', 'similar-name': 'ähnlicher Name', 'part-of-name': 'Name nur zum Teil angegeben',
  'same-given-name': 'gleicher Vorname, anderer Familienname', 'begins-alike': 'Name beginnt gleich',
  'same-organisation-name': 'gleicher Name', abbreviated: 'Name abgekürzt', 'similar-organisation-name': 'ähnlicher Name',
  'part-of-organisation-name': 'Name nur zum Teil angegeben',
  'same-email': 'gleiche E-Mail-Adresse', 'same-mobile': 'gleiche Mobilnummer', 'same-phone': 'gleiche Telefonnummer',
  'same-shared-email': 'gleiche Sammeladresse', 'same-address': 'gleiche Anschrift', 'same-site': 'gleiche Internetseite',
  'same-organisation': 'gleiche Organisation', 'same-place': 'gleicher Ort',
}

export const doubtLabels: Record<Doubt, string> = {
  'other-email': 'verschiedene E-Mail-Adressen', 'other-mobile': 'verschiedene Mobilnummern', 'other-address': 'verschiedene Anschriften',
  'other-place': 'verschiedene Orte', 'other-salutation': 'verschiedene Anreden', 'other-generation': 'Zusatz jun./sen.',
  'other-type': 'verschiedene Arten', 'department-missing': 'Abteilung nur bei einem der beiden',
}

/** What the comparison of two contacts found. */
export interface Finding {
  certainty: Certainty
  /** Orders pairs of the same certainty; higher is surer. */
  weight: number
  reasons: Reason[]
  doubts: Doubt[]
}

/** The reasons as a sentence part: "gleiche Telefonnummer, ähnlicher Name". */
export function reasonText({ reasons: found }: Pick<Finding, 'reasons'>): string {
  return found.map((reason) => reasonLabels[reason]).join(', ')
}
