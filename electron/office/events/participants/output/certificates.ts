import { OfficeError } from '../../../../../shared/errors.ts'
import { certificatesFor, certificatesInOne } from '../../../correspondence/certificates/service.ts'
import type { FileGrants } from '../../../file-grants.ts'
import type { OfficeDesk } from '../../../session.ts'
import { readParticipants } from '../repository.ts'
import { inListOrder } from './people.ts'

interface Asked {
  eventId: string
  template: string
  occasion: string
  period: string
  day: string
  /** One file for each person, into a granted folder. Their names are numbers: a file name is no place for who was where. */
  each: boolean
  grant: string
}

/**
 * Writes certificates of attendance for whoever was checked in.
 * @returns how many
 * @throws OfficeError `invalid` where nobody was checked in, and as `certificatesFor` and `FileGrants`
 */
export async function saveCertificates(desk: OfficeDesk, grants: FileGrants, { eventId, each, grant, ...certified }: Asked): Promise<{ count: number }> {
  const present = inListOrder((await readParticipants(desk.database.read, eventId)).filter(({ arrivedAt }) => arrivedAt !== null))
  if (present.length === 0) throw new OfficeError('invalid', { detail: 'Es ist noch niemand eingecheckt. Bescheinigt wird nur die Teilnahme derer, die da waren.' })
  const made = await certificatesFor(desk, { ...certified, names: present.map(({ name }) => name) })
  if (each) grants.writeInto(grant, made.map((bytes, index) => ({ name: `Teilnahmebescheinigung ${String(index + 1).padStart(3, '0')}.docx`, bytes })))
  else grants.write(grant, await certificatesInOne(made))
  return { count: made.length }
}
