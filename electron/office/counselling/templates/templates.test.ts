import { expect, it } from 'vitest'
import { openTestSession } from '../../../../tests/support/session.ts'
import { undo } from '../../records/service.ts'
import type { CounsellingDesk } from '../../session.ts'
import { createTemplate, findTemplates, removeTemplate } from './service.ts'

it('keeps the office’s own templates by name, each name once, and takes a removal back', async () => {
  const test = await openTestSession()
  try {
    const desk = test.session.counselling as CounsellingDesk
    const { id, version } = await createTemplate(desk, { name: 'Sprechstunde', text: 'Anliegen:' })
    await createTemplate(desk, { name: 'Anruf', text: 'Wer:' })
    await expect(createTemplate(desk, { name: 'Anruf', text: 'x' })).rejects.toMatchObject({ code: 'invalid' })
    expect((await findTemplates(desk)).map(({ name }) => name)).toEqual(['Anruf', 'Sprechstunde'])
    const { change } = await removeTemplate(desk, id, version)
    expect((await findTemplates(desk)).map(({ name }) => name)).toEqual(['Anruf'])
    await undo(test.session, 'counselling', change as string)
    expect(await findTemplates(desk)).toMatchObject([{ name: 'Anruf' }, { name: 'Sprechstunde', text: 'Anliegen:' }])
  } finally {
    await test.dispose()
  }
})
