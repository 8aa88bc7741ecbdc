import { expect, it } from 'vitest'
import { openTestSession } from '../../../../tests/support/session.ts'
import type { CounsellingDesk } from '../../session.ts'
import { closeCase, standIn } from '../access/service.ts'
import { addPaper } from '../attachments/service.ts'
import { createCase, getCase } from '../cases/service.ts'
import { courseOfCase } from './service.ts'

it('tells what happened beside the consultations, the latest first, and only to who sees the case', async () => {
  const test = await openTestSession()
  try {
    let desk = test.session.counselling as CounsellingDesk
    const { id } = await createCase(desk, { alias: 'Linde', kind: 'person', language: null, note: '' }, '2026-03-01')
    await addPaper(desk, id, 'Bescheid.txt', Buffer.from('Text'))
    await closeCase(desk, id, (await getCase(desk, id)).version, { on: '2026-03-05', result: 'informed' })
    expect((await courseOfCase(desk, id)).map(({ kind, title }) => [kind, title])).toEqual([
      ['paper', 'Unterlage „Bescheid“ abgelegt'], ['status', 'Fall abgeschlossen'], ['status', 'Fall angelegt'],
    ])
    desk = (await test.reopen('vertretung')).counselling as CounsellingDesk
    await expect(courseOfCase(desk, id)).rejects.toMatchObject({ code: 'forbidden' })
    await standIn(desk, id, 'Urlaub')
    expect((await courseOfCase(desk, id)).map(({ title }) => title)).toContain('Im Vertretungsfall geöffnet von Test vertretung')
  } finally {
    await test.dispose()
  }
})
