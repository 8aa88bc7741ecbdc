import { recipientFrom } from '../../../../shared/correspondence/recipient.ts'
import type { OutputProgress, OutputRequest } from '../../../../shared/directory/output/model.ts'
import { writeSerialLetters, type SerialOptions, type SerialRecipient } from '../../correspondence/serial/service.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { EntryReader } from './entries.ts'
import { planOutput } from './plan.ts'
import { noteOutput } from './records.ts'

/** Writes to everybody who may be given out and has a postal address. Aborting `signal` writes nothing. @throws as `writeSerialLetters` */
export async function* outputLetters(
  desk: OfficeDesk, grants: FileGrants, { request, ...options }: SerialOptions & { request: OutputRequest }, signal?: AbortSignal,
): AsyncGenerator<OutputProgress> {
  const { members, leftOut } = await planOutput(desk, { ...request, format: 'letters' })
  const reader = new EntryReader(desk)
  const recipients: SerialRecipient[] = []
  for (const member of members) {
    const entry = await reader.read(member)
    // The letter stands in the register with the person it goes to.
    if (entry !== null) recipients.push({ recipientId: entry.contact.id, ...recipientFrom(entry.contact, entry.employer) })
  }
  for await (const step of writeSerialLetters(desk, grants, recipients, options, signal)) {
    if (step.state === 'running') yield step
    else {
      await noteOutput(desk, { ...request, format: 'letters' }, step.written, leftOut.length)
      yield { ...step, leftOut, changed: [] }
    }
  }
}
