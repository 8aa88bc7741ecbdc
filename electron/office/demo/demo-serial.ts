import data from '../../../resources/demo/serial.json' with { type: 'json' }
import { bodyFromText } from '../../../shared/correspondence/body.ts'
import { createLetter, updateLetter } from '../correspondence/service.ts'
import { createRun } from '../correspondence/serial/service.ts'
import { findLists } from '../directory/lists/service.ts'
import type { OfficeDesk } from '../session.ts'

/** Prepares a serial letter to a distribution list: who gets it can be looked at, nothing is written yet. */
export async function fillSerial(desk: OfficeDesk): Promise<void> {
  const list = (await findLists(desk)).find(({ title }) => title === data.list)
  if (!list) return
  const { id, version } = await createLetter(desk, null, undefined, data.template)
  await updateLetter(desk, id, version, { subject: data.subject, particulars: data.particulars, recipientName: data.list, body: bodyFromText(data.paragraphs.join('\n\n')) })
  await createRun(desk, { source: { kind: 'list', id: list.id }, sourceName: list.title, purpose: '', pattern: { kind: 'letter', id } })
}
