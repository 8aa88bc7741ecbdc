import { auditRetention } from '../../../shared/audit/model.ts'
import { exportLabel } from '../../../shared/audit/exports.ts'
import { replacedName } from '../../../shared/backup/replaced/model.ts'
import { backupRules } from '../../../shared/backup/rules.ts'
import { policyKeys } from '../../../shared/policy/keys.ts'
import { policyLines } from '../../../shared/policy/words.ts'
import type { PrivacyOffice } from '../../../shared/directory/privacy/model.ts'
import { supervisoryAuthority } from '../../../shared/directory/privacy/rules.ts'
import type { Letterhead } from '../../../shared/settings/letterhead.ts'
import { ROLES, type Role } from '../../../shared/vault/roles.ts'
import { readMonths, type LogDesk } from '../audit/contract.ts'
import { retentionForPapers } from '../compliance-counselling.ts'
import type { CounsellingRetention } from '../compliance-source.ts'
import { backupsIn } from '../database/backups.ts'
import type { MechanismSchema } from '../database/mechanism-schema.ts'
import type { DatabaseSide } from '../database/side.ts'
import { getPrivacyOffice } from '../directory/service.ts'
import { keepRule, policy } from '../policy.ts'
import { getLetterhead } from '../settings/service.ts'
import type { CounsellingDesk, Session } from '../session.ts'

/** What the vault and the computer know and the databases don't. */
export interface Surroundings {
  people: readonly { role: Role }[]
  officeName: string
  land: string
  /** Parameters of Argon2id of every slot. */
  derivations: readonly { m: number; t: number; p: number }[]
  secondPlace: boolean
}

/** Everything that papers are made from, as it is set now. */
export interface Facts {
  today: string
  office: { letterhead: Letterhead; privacy: PrivacyOffice; name: string }
  law: { land: string; law: string; authority: string }
  people: Record<Role, number>
  /** Kinds of records with their number, by type. */
  data: { type: string; label: string; side: 'office' | 'counselling'; used: boolean }[]
  retention: CounsellingRetention
  backups: { days: number; weeks: number; months: number; probeDays: number; secondPlace: boolean; replaced: string[] }
  /** Minutes without use until the office locks: every setting that somebody has. */
  lock: number[]
  encryption: { memoryKiB: number; passes: number; lanes: number; cipher: string; hmac: string }
  exports: string[]
  audit: { months: number; standard: number }
  /** What IT has settled for this computer. */
  policy: { title: string; value: string }[]
}

const standardLockMinutes = 10

/** Reads what is set. */
export async function collectFacts(session: Session, counselling: CounsellingDesk, around: Surroundings, today: string): Promise<Facts> {
  const { letterhead } = await getLetterhead(session.office)
  const { office: privacy } = await getPrivacyOffice(session.office)
  const land = policy().values.FederalState ?? (privacy.land || around.land)
  const authority = supervisoryAuthority(land, today)
  const keep = keepRule()
  const { probeDays } = backupRules
  const weakest = <Name extends 'm' | 't' | 'p'>(name: Name): number => Math.min(...around.derivations.map((parameters) => parameters[name]))
  return {
    today,
    office: { letterhead, privacy, name: letterhead.officeName || around.officeName },
    law: { land, law: authority?.law ?? '', authority: authority ? `${authority.name}, ${authority.city}, ${authority.web}` : '' },
    people: Object.fromEntries(ROLES.map((role) => [role, around.people.filter((person) => person.role === role).length])) as Record<Role, number>,
    data: [...kindsOf(session.office.database as never), ...kindsOf(counselling.database as never)],
    retention: await retentionForPapers(counselling),
    backups: { days: keep.days, weeks: keep.weeks, months: keep.months, probeDays, secondPlace: around.secondPlace, replaced: backupsIn(session.folder).map(({ name }) => name).filter((name) => replacedName.test(name)) },
    lock: await lockMinutes(session),
    encryption: { memoryKiB: weakest('m'), passes: weakest('t'), lanes: weakest('p'), ...cipherOf(counselling) },
    exports: await usedExports(session, counselling),
    audit: { months: await readMonths(session.office as unknown as LogDesk), standard: auditRetention.months },
    policy: settled(),
  }
}

function kindsOf({ side, types, connections }: DatabaseSide<MechanismSchema>): Facts['data'] {
  return types.all().map(({ type, label, root }) => ({ type, label, side, used: connections.reader.all(`SELECT 1 FROM "${root}" WHERE deleted_at IS NULL LIMIT 1`).length > 0 }))
}

/** How SQLCipher encrypts the pages, as it says itself. */
function cipherOf({ database: { connections: { reader } } }: CounsellingDesk): { cipher: string; hmac: string } {
  return { cipher: String(reader.pragma('cipher') ?? '').toUpperCase(), hmac: String(reader.pragma('cipher_hmac_algorithm') ?? '').replaceAll('_', '-') }
}

/** Places on the computer stay out of the papers. */
function settled(): Facts['policy'] {
  return policyLines(policy()).filter(({ source }) => source !== 'usual')
    .map(({ name, title, value }) => ({ title, value: ['folder', 'file'].includes(policyKeys[name].kind) ? 'vorgegeben' : value }))
}

async function lockMinutes({ office }: Session): Promise<number[]> {
  const { AutoLockMinutes } = policy().values
  if (AutoLockMinutes !== undefined) return [AutoLockMinutes]
  const rows = await office.database.read.selectFrom('preference').select('value').where('key', '=', 'lock.minutes').execute()
  const set = rows.map(({ value }) => Number(JSON.parse(value))).filter((minutes) => minutes > 0)
  // Whoever has chosen nothing has what the program begins with.
  return [...new Set([standardLockMinutes, ...set])].sort((a, b) => a - b)
}

/** Which kinds of files were given out since the logs begin; how often and by whom is nobody's business here. */
async function usedExports(session: Session, counselling: CounsellingDesk): Promise<string[]> {
  const paths = await Promise.all([session.office, counselling].map((desk) =>
    (desk as Session['office']).database.read.selectFrom('audit_entry').select('what').distinct().where('kind', '=', 'export').execute()))
  return [...new Set(paths.flat().map(({ what }) => exportLabel(what)))].sort((a, b) => a.localeCompare(b, 'de'))
}
