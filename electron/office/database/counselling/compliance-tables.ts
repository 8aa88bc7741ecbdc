/** Shelf for data protection: when each paper was last made, and the fingerprint of each setting that it was made from. */
export interface ComplianceTables {
  compliance_print: { paper: string; at: string; person_name: string; sources: string }
}
