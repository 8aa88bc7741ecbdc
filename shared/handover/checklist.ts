import file from '../../resources/handover/checklist.json' with { type: 'json' }

/** What is to be talked over when the officer changes, in groups. Codes are stable; a ticked one is kept by its code. */
export const handoverChecklist: readonly { code: string; label: string; items: readonly { code: string; label: string }[] }[] = file.groups
