import file from '../../../resources/counselling/reporting-duty.json' with { type: 'json' }

/** What § 87 AufenthG says, dated; what isn't sure is marked so. */
export const reportingDuty: { readonly asOf: string; readonly source: string; readonly law: readonly string[] } = file

/** What is known of the ordinance of a Land after § 87 (3) AufenthG. */
export function reportingLand(land: string): { text: string; certain: boolean } | undefined {
  return file.laender.find((entry) => entry.land === land)
}
