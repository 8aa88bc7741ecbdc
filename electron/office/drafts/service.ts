import type { Kysely } from 'kysely'
import type { Side } from '../../../shared/records/model.ts'
import type { MechanismSchema } from '../database/mechanism-schema.ts'
import { deskOf, mechanisms, sidesOf } from '../records/service.ts'
import type { Session } from '../session.ts'

/** Keeps a form's unsaved text in the database that the form belongs to. @throws OfficeError `forbidden` */
export async function saveDraft(session: Session, side: Side, form: string, value: unknown): Promise<{ updatedAt: string }> {
  const updatedAt = new Date().toISOString()
  const row = { value: JSON.stringify(value ?? null), updated_at: updatedAt }
  await writeDrafts(session, side, (drafts) =>
    drafts
      .insertInto('draft')
      .values({ person_id: session.person.id, form, ...row })
      .onConflict((conflict) => conflict.columns(['person_id', 'form']).doUpdateSet(row))
      .execute(),
  )
  return { updatedAt }
}

/** The kept text of a form, null if there is none. @throws OfficeError `forbidden` */
export async function loadDraft(session: Session, side: Side, form: string): Promise<{ value: unknown; updatedAt: string } | null> {
  const row = await mechanisms(deskOf(session, side))
    .selectFrom('draft')
    .selectAll()
    .where('person_id', '=', session.person.id)
    .where('form', '=', form)
    .executeTakeFirst()
  return row ? { value: JSON.parse(row.value) as unknown, updatedAt: row.updated_at } : null
}

/** Forgets a form's text once it is saved or given up. @throws OfficeError `forbidden` */
export async function discardDraft(session: Session, side: Side, form: string): Promise<void> {
  await writeDrafts(session, side, (drafts) =>
    drafts.deleteFrom('draft').where('person_id', '=', session.person.id).where('form', '=', form).execute(),
  )
}

/** All kept drafts of the person, the newest first. */
export async function listDrafts(session: Session): Promise<{ side: Side; form: string; updatedAt: string }[]> {
  const drafts: { side: Side; form: string; updatedAt: string }[] = []
  for (const side of sidesOf(session)) {
    const rows = await mechanisms(deskOf(session, side))
      .selectFrom('draft')
      .select(['form', 'updated_at'])
      .where('person_id', '=', session.person.id)
      .execute()
    drafts.push(...rows.map((row) => ({ side, form: row.form, updatedAt: row.updated_at })))
  }
  return drafts.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
}

async function writeDrafts(session: Session, side: Side, work: (drafts: Kysely<MechanismSchema>) => Promise<unknown>): Promise<void> {
  await deskOf(session, side).database.writeUnlogged((database) => work(database as unknown as Kysely<MechanismSchema>))
}
