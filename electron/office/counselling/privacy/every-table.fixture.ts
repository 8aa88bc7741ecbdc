import type { CounsellingSchema } from '../../database/counselling/schema.ts'
import { sampleLetter } from '../../correspondence/templates/sample-letter.ts'
import { owningColumns } from '../../database/destruction-scope.ts'
import type { DatabaseSide } from '../../database/side.ts'

/** Columns that hold a code which its feature reads strictly. */
const coded: Readonly<Record<string, string>> = {
  'incident.kept_on': '', 'case_merge.merged_id': 'row-of-merged', 'incident.report_way': 'affected', 'incident.land': 'BB', 'incident_evidence.kind': 'witness', 'incident_step.code': 'counselling', 'incident_claim.code': 'agg15-2',
  'client_letter.content': JSON.stringify({ ...sampleLetter('brief', 'builtin:brief-b', '2019-01-02') }), 'client_letter_copy.kind': 'docx',
  'incident_affected.age_group': 'child', 'incident_affected.involvement': 'direct', 'incident_code.list': 'none', 'incident_refusal.rule': 'A4', 'incident_first_aid.item': 'safety',
}

/**
 * Puts a row into every table of counselling.db that leads to a case, directly or through other records, with a marker in each free
 * text. What there is comes from the schema, so a table that is made later is filled too.
 * @returns the tables that were filled
 */
export function fillEveryTable({ connections, types }: DatabaseSide<CounsellingSchema>, caseId: string, marker: string): string[] {
  const { writer } = connections
  const { known } = owningColumns({ connections, types })
  // The record that each type has here: the case itself and what bears its id, and one made-up row of each other type.
  const idOf = (type: string): string => (type === 'case' || type === 'identity' ? caseId : `row-of-${type}`)
  const filled = new Set<string>(['counselling_case'])
  writer.exec('PRAGMA foreign_keys = OFF')
  writer.exec('PRAGMA ignore_check_constraints = ON')
  const reached = new Set(['case', 'identity'])
  // A content comes before its paper: the database takes no paper without.
  const tables = [...new Set([...known.map(({ table }) => table), 'client_identity'])].sort((a, b) => Number(b === 'attachment_chunk') - Number(a === 'attachment_chunk'))
  for (let round = 0; round < 4; round += 1) {
    for (const table of tables) {
      if (filled.has(table)) continue
      const leading = known.filter((column) => column.table === table && (reached.has(column.type) || (table === 'attachment_chunk' && column.type === 'attachment')))
      if (leading.length === 0 && table !== 'client_identity') continue
      const owner = types.ownerOf(table)
      const isRoot = owner?.type.root === table
      const columns = writer.all(`PRAGMA table_info("${table}")`).map(({ name, type, notnull }) => ({ name: String(name), type: String(type), needed: notnull === 1 }))
      const values = columns.map(({ name, type, needed }) => {
        const lead = leading.find(({ column }) => column === name) ?? known.find((column) => column.table === table && column.column === name)
        if (lead) return idOf(lead.type)
        if (name === 'id') return isRoot && owner ? idOf(owner.type.type) : `row-of-${table}`
        if (name === 'deleted_at' || name === 'deleted_by') return null
        // Free text is never null here; what may be is a code or a day, which some feature reads strictly.
        if (!needed) return null
        const code = coded[`${table}.${name}`]
        if (code !== undefined) return code
        if (type === 'INTEGER') return 1
        if (/(_on|_at|_since|_expiry|^at|until)$/u.test(name)) return '2019-01-02'
        if (type === 'REAL') return 1.5
        return type === 'BLOB' ? Buffer.from(`${marker} `.repeat(1000)) : `${marker} ${table}.${name}`
      })
      writer.run(`INSERT INTO "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, values)
      filled.add(table)
      if (isRoot && owner) reached.add(owner.type.type)
    }
  }
  writer.exec('PRAGMA ignore_check_constraints = OFF')
  writer.exec('PRAGMA foreign_keys = ON')
  return [...filled].sort()
}
