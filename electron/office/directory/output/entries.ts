import type { Contact } from '../../../../shared/directory/contact.ts'
import { isoDay } from '../../../../shared/dates.ts'
import type { ListMember } from '../../../../shared/directory/lists/model.ts'
import { heldRoles } from '../../../../shared/directory/roles.ts'
import type { OfficeDesk } from '../../session.ts'
import { readContact } from '../repository.ts'

type Organisation = Extract<Contact, { kind: 'organisation' }>

/** A contact to give out, with the organisation to whose address it goes. */
export interface Entry {
  member: ListMember
  /** The contact, or the person in the organisation to whom it goes. */
  contact: Contact
  employer?: Organisation
}

/** Reads contacts to give out, one after the other; the organisations of several persons only once. */
export class EntryReader {
  readonly #desk: OfficeDesk
  readonly #organisations = new Map<string, Organisation | undefined>()

  constructor(desk: OfficeDesk) {
    this.#desk = desk
  }

  /** `null` for a contact that has gone in the meantime. */
  async read(member: ListMember): Promise<Entry | null> {
    const contact = await readContact(this.#desk.database.read, member.personId || member.id)
    if (contact === null || contact.trashed) return null
    if (contact.kind === 'organisation') return { member, contact }
    const employer = await this.#organisation(member.personId === '' ? currentEmployer(contact) : member.id)
    return employer === undefined ? { member, contact } : { member, contact, employer }
  }

  async #organisation(id: string | undefined): Promise<Organisation | undefined> {
    if (id === undefined) return undefined
    if (!this.#organisations.has(id)) {
      const found = await readContact(this.#desk.database.read, id)
      this.#organisations.set(id, found?.kind === 'organisation' && !found.trashed ? found : undefined)
    }
    return this.#organisations.get(id)
  }
}

function currentEmployer({ roles }: Contact): string | undefined {
  return heldRoles(roles, isoDay(new Date()))[0]?.organisationId
}
