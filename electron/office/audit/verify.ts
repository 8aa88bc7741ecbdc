import { timingSafeEqual } from 'node:crypto'
import type { AuditFinding } from '../../../shared/audit/model.ts'
import { germanDate } from '../../../shared/dates.ts'
import { macOf, type AuditRow, type ChainHead } from '../database/audit-chain.ts'

/** What the check knows of the chain besides its entries. */
export interface ChainFacts {
  key: Uint8Array
  head: ChainHead
}

/** An end of the chain that was written down outside of it, at some time. `seq` 0 where the number isn't known. */
export interface Anchor extends ChainHead {
  at: string
  kind: 'anchor' | 'backup'
}

/** Entries between two breaths. */
const perBreath = 2000
/** So much earlier than the one before may an entry be without a remark: a clock is set by the network now and then. */
const clockSlackMilliseconds = 60 * 60 * 1000
/** No more findings than somebody reads. */
const mostFindings = 50

/**
 * Walks through a chain from its first entry that is there: changed, taken out, put in, reordered, cut off at either end.
 * @param rows in the order of their numbers
 */
export async function verifyChain(rows: readonly AuditRow[], { key, head }: ChainFacts): Promise<AuditFinding[]> {
  const findings: AuditFinding[] = []
  const found = (kind: AuditFinding['kind'], seq: number, text: string): void => void (findings.length < mostFindings && findings.push({ kind, seq, text }))
  const [first] = rows
  if (first && !beginsSoundly(first, rows)) found('beginning', first.seq, `Vor Eintrag ${first.seq} fehlen Einträge, die nicht nach Ablauf der Frist entfernt wurden.`)
  let before: AuditRow | null = null
  for (const [index, row] of rows.entries()) {
    if (index % perBreath === perBreath - 1) await new Promise((resolve) => setImmediate(resolve))
    if (before && row.seq !== before.seq + 1) found('gap', row.seq, row.seq === before.seq + 2 ? `Eintrag ${before.seq + 1} fehlt.` : `Die Einträge ${before.seq + 1} bis ${row.seq - 1} fehlen.`)
    else if (before && row.previous !== before.mac) found('unlinked', row.seq, `Eintrag ${row.seq} schließt nicht an den Eintrag davor an.`)
    if (!same(row.mac, macOf(key, row))) found('changed', row.seq, `Eintrag ${row.seq} vom ${germanDate(row.at)} wurde verändert.`)
    if (before && Date.parse(row.at) < Date.parse(before.at) - clockSlackMilliseconds) found('clock', row.seq, `Bei Eintrag ${row.seq} ging die Uhr des Rechners nach: Er liegt vor dem Eintrag davor.`)
    before = row
  }
  const last = { seq: before?.seq ?? 0, mac: before?.mac ?? '' }
  if (last.seq !== head.seq || last.mac !== head.mac) found('end', last.seq, `Das Ende stimmt nicht: Zuletzt wurde Eintrag ${head.seq} geschrieben, da ist Eintrag ${last.seq}.`)
  return findings
}

/**
 * Compares the chain with ends of it that were noted elsewhere. One that isn't in it means that entries were taken away or that an older log
 * stands in its place, unless an earlier state was restored since, which is an entry itself.
 * @returns findings, and how many anchors of each kind agree
 */
export function compareAnchors(rows: readonly AuditRow[], anchors: readonly Anchor[], through: number): { findings: AuditFinding[]; agreeing: Anchor[] } {
  const macs = new Map(rows.map((row) => [row.mac, row.seq]))
  const findings: AuditFinding[] = []
  const agreeing: Anchor[] = []
  for (const anchor of anchors) {
    if (anchor.mac === '' || (anchor.seq > 0 && anchor.seq <= through)) continue
    const seq = macs.get(anchor.mac)
    if (seq !== undefined && (anchor.seq === 0 || seq === anchor.seq)) agreeing.push(anchor)
    else if (!isReplaced(rows, anchor.at)) findings.push({ kind: anchor.kind, seq: anchor.seq, text: anchorText(anchor) })
  }
  return { findings, agreeing }
}

/** Whether an earlier state was restored that ends before this time: what was written between is in the folder that was moved aside. */
function isReplaced(rows: readonly AuditRow[], at: string): boolean {
  return rows.some((row, index) => row.what === 'restored' && row.kind === 'backup' && row.at >= at && (rows[index - 1]?.at ?? '') <= at)
}

function anchorText({ kind, at, seq }: Anchor): string {
  const number = seq > 0 ? ` (Nr. ${seq})` : ''
  return kind === 'backup'
    ? `Die Sicherung vom ${germanDate(at)} kennt einen Eintrag${number}, den es hier nicht gibt. Es fehlen Einträge, oder ein älteres Protokoll steht an seiner Stelle.`
    : `Am ${germanDate(at)} war ein Eintrag${number} der letzte, den es hier nicht gibt. Es fehlen Einträge, oder ein älteres Protokoll steht an seiner Stelle.`
}

/** The first entry is number one, or what was before it was taken out by the rule: an entry that is sealed itself says so. */
function beginsSoundly(first: AuditRow, rows: readonly AuditRow[]): boolean {
  if (first.seq === 1) return first.previous === ''
  return rows.some(({ kind, what, number, detail }) => kind === 'log' && what === 'pruned' && number === first.seq - 1 && detail === first.previous)
}

function same(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
