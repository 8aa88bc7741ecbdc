import file from '../../../resources/correspondence/press.json' with { type: 'json' }

interface Entry {
  readonly code: string
  readonly label: string
  readonly validFrom: string
  readonly validTo: string | null
}

const catalogues = {
  mediaKinds: file.mediaKinds as readonly Entry[], tones: file.tones as readonly Entry[], materialKinds: file.materialKinds as readonly Entry[],
}
export type PressCatalogue = keyof typeof catalogues

/** What a select field offers on a day (ISO). */
export function pressOptions(name: PressCatalogue, day: string): { value: string; label: string }[] {
  return catalogues[name].filter(({ validFrom, validTo }) => validFrom <= day && day <= (validTo ?? day)).map(({ code, label }) => ({ value: code, label }))
}

/** The word for a code, also for one no longer offered; empty where none is chosen. */
export function pressLabel(name: PressCatalogue, code: string): string {
  return catalogues[name].find((entry) => entry.code === code)?.label ?? code
}

/** Calendar days after a release was sent at which the office asks what came of it, on a day (ISO). */
export function pressFollowUpDays(day: string): number {
  return file.followUpDays.find(({ validFrom, validTo }) => validFrom <= day && day <= (validTo ?? day))?.days ?? 7
}
