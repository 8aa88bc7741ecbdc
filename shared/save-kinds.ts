/** Kinds of files that can be saved outside the vault. */
export const saveKinds = ['docx', 'csv', 'pdf', 'svg', 'json', 'ics', 'xlsx', 'vcf', 'jpg', 'png', 'webp', 'tif', 'odt', 'eml', 'msg', 'txt', 'html', 'zip'] as const
export type SaveKind = (typeof saveKinds)[number]
