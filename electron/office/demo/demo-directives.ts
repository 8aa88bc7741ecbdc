import data from '../../../resources/demo/statements.json' with { type: 'json' }
import { bodyFromText } from '../../../shared/correspondence/body.ts'
import { proposeItem } from '../../../shared/correspondence/directives/proposals.ts'
import { carryOut, directiveOf, setDone } from '../correspondence/directives/service.ts'
import { createLetter, updateLetter } from '../correspondence/service.ts'
import type { OfficeDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'

/** Two Verfügungen: one carried out, with some of its items done, and one that waits for it. */
export async function fillDirectives(desk: OfficeDesk, assistant: { id: string; name: string }, matterId: string | null): Promise<void> {
  for (const { daysAgo: ago, subject, body, points, carriedOut } of data.directives) {
    const day = daysAgo(ago)
    const { id, version } = await createLetter(desk, null, day, 'builtin:verfuegung')
    const punkte = points.map(([text = '', wer = '']) => ({ text, wer, vermerk: '' }))
    const written = await updateLetter(desk, id, version, { subject, body: bodyFromText(body.join('\n')), particulars: { punkte } })
    if (!carriedOut) continue
    const items = punkte.map(({ text, wer }) => {
      const item = proposeItem({ text, who: wer }, 'SN', day)
      const hers = item.name === assistant.name
      return { ...item, personId: hers ? assistant.id : item.kind === 'follow-up' || item.kind === 'letter' ? desk.person.id : null, matterId: item.kind === 'file' ? matterId : null }
    })
    await carryOut(desk, { letterId: id, version: written.version, items }, day)
    for (const done of (await directiveOf(desk, id)).filter(({ kind }) => kind === 'copy')) await setDone(desk, { item: done.id, done: true, remark: '' }, daysAgo(ago - 1))
  }
}
