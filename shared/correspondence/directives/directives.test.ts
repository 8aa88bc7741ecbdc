import { describe, expect, it } from 'vitest'
import { doneMark } from './model.ts'
import { proposeItem } from './proposals.ts'

describe('what a line of a Verfügung orders', () => {
  it.each([
    ['2. Schreiben an das Stadtplanungsamt (Anlage)', { kind: 'letter', name: 'Stadtplanungsamt' }],
    ['Kopie an Herrn Beispiel', { kind: 'copy', name: 'Beispiel' }],
    ['Mitzeichnung', { kind: 'cosign', name: 'FB 50' }],
    ['Wv. 15.12.2026', { kind: 'follow-up', dueOn: '2026-12-15' }],
    ['Wv. 10.1.', { kind: 'follow-up', dueOn: '2027-01-10' }],
    ['Wv. 2 Wochen', { kind: 'follow-up', dueOn: '2026-12-07' }],
    ['Wiedervorlage', { kind: 'follow-up', dueOn: '2026-12-07' }],
    ['z. d. A.', { kind: 'file', dueOn: null }],
    ['Vermerk: Gespräch am 20.11.2026', { kind: 'note' }],
    ['Raum buchen bis 01.12.2026', { kind: 'task', dueOn: '2026-12-01', text: 'Raum buchen bis 01.12.2026' }],
    ['Wv. 31.02.2027', { kind: 'follow-up', dueOn: '2026-12-07' }],
  ])('%s', (text, expected) => expect(proposeItem({ text, who: 'FB 50' }, 'SN', '2026-11-23')).toMatchObject(expected))

  it('what is done is marked with day and initials', () => {
    expect([doneMark({ doneOn: '2026-11-24', initials: 'MM' }), doneMark({ doneOn: '2026-11-24', initials: '' }), doneMark({ doneOn: null, initials: 'MM' })])
      .toEqual(['gef. 24.11.2026 / MM', 'gef. 24.11.2026', ''])
  })
})
