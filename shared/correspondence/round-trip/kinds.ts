/** Kinds of files that can be edited outside and taken back. */
export const editedKinds = ['docx', 'odt', 'xlsx'] as const
export type EditedKind = (typeof editedKinds)[number]
