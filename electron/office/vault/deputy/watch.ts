import { germanDateTime } from '../../../../shared/dates.ts'
import type { CounsellingDesk, Session } from '../../session.ts'
import { VaultError } from '../vault-error.ts'
import type { VaultPerson } from '../vault-file.ts'
import { clockMark, expectClock, markClock } from './ledger.ts'

const lookMilliseconds = 20_000
const markMilliseconds = 300_000

/** What watches over a session until it ends. */
export interface DeputyWatch {
  /** German sentences for whoever has unlocked. */
  notices: string[]
  /** To be awaited before the databases close. */
  end(): Promise<void>
}

/**
 * Watches over the time of deputies: refuses one whose time is over, also when the clock was turned back, and ends a session when its
 * time is over. The Leitung hears of every opening until she has acknowledged it.
 *
 * @param leave ends the session
 * @throws VaultError `forbidden` (`deputy-unrecorded`, `deputy-over`, `clock-behind`); then the session is still open
 */
export async function watchDeputy(session: Session, person: VaultPerson, leave: () => void, clock: () => number = Date.now): Promise<DeputyWatch> {
  const { counselling } = session
  if (!counselling) return { notices: [], end: async () => undefined }
  const now = clock()
  const { admission } = person
  if (admission) await expectAdmitted(counselling, person.id, now)
  // A copy that is looked at takes no mark.
  if (!session.viewing) await markClock(counselling, now)

  const begun = performance.now()
  let marked = begun
  const timer = setInterval(() => {
    // Turning the clock back while the office is open gains nothing: the time since then is counted besides.
    const counted = now + performance.now() - begun
    if (admission && Math.max(counted, clock()) >= Date.parse(admission.until)) {
      clearInterval(timer)
      return leave()
    }
    if (performance.now() - marked < markMilliseconds) return
    marked = performance.now()
    markClock(counselling, clock()).catch(() => undefined)
  }, lookMilliseconds)
  timer.unref()
  return {
    notices: person.role === 'leitung' ? await unseenOpenings(counselling) : admission ? [ownNotice(admission.until)] : [],
    async end() {
      clearInterval(timer)
      await markClock(counselling, clock()).catch(() => undefined)
    },
  }
}

async function expectAdmitted(desk: CounsellingDesk, personId: string, now: number): Promise<void> {
  const opening = await desk.database.read.selectFrom('deputy_opening').select(['until', 'ended_at']).where('id', '=', personId).executeTakeFirst()
  if (!opening || opening.ended_at !== null) throw new VaultError('forbidden', 'deputy-unrecorded')
  if (Date.parse(opening.until) <= now) throw new VaultError('forbidden', 'deputy-over')
  expectClock(await clockMark(desk), now)
}

async function unseenOpenings(desk: CounsellingDesk): Promise<string[]> {
  const rows = await desk.database.read.selectFrom('deputy_opening').select(['person_name', 'holders', 'opened_at']).where('seen_at', 'is', null).orderBy('opened_at').execute()
  return rows.map(({ person_name, holders, opened_at }) =>
    `In Ihrer Abwesenheit geöffnet: am ${germanDateTime(opened_at)} Uhr für ${person_name}, durch ${(JSON.parse(holders) as string[]).join(' und ')}. Näheres unter Einstellungen, Vertretungsfall.`)
}

function ownNotice(until: string): string {
  return `Sie vertreten bis zum ${germanDateTime(until)} Uhr. Fremde Fälle öffnen Sie einzeln mit Angabe des Anlasses; jede Öffnung ist für die Leitung sichtbar.`
}
