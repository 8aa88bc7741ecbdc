import { germanDate } from '../../../../shared/dates.ts'
import { sourceKindLabel } from '../../../../shared/events/money/catalogue.ts'
import { centsText } from '../../../../shared/money.ts'
import type { AccessSource } from '../../contact-access-source.ts'

const day = (iso: string | null): string => (iso === null ? '' : germanDate(iso))

/** Shifts, things, money and receipts of events in which a contact is named. */
export const planAccess: AccessSource = {
  columns: ['event_shift_person.contact_id', 'event_equipment.owner_id', 'event_equipment.bringer_id', 'event_fund.contact_id', 'event_receipt.contact_id'],
  async read({ database: { read } }, contactId) {
    const shifts = await read.selectFrom('event_shift_person as helper').innerJoin('event_shift as shift', 'shift.id', 'helper.shift_id').innerJoin('event', 'event.id', 'helper.event_id')
      .select(['event.title', 'event.starts_on', 'shift.task', 'shift.place', 'shift.starts_at', 'shift.ends_at', 'helper.name']).where('helper.contact_id', '=', contactId).orderBy('event.starts_on').execute()
    const things = await read.selectFrom('event_equipment as thing').innerJoin('event', 'event.id', 'thing.event_id')
      .select(['event.title', 'event.starts_on', 'thing.what', 'thing.quantity', 'thing.owner_id', 'thing.bringer_id', 'thing.note'])
      .where((eb) => eb.or([eb('thing.owner_id', '=', contactId), eb('thing.bringer_id', '=', contactId)])).orderBy('event.starts_on').execute()
    const funds = await read.selectFrom('event_fund as fund').innerJoin('event', 'event.id', 'fund.event_id')
      .select(['event.title', 'event.starts_on', 'fund.kind', 'fund.name', 'fund.funder', 'fund.reference', 'fund.planned_cents', 'fund.approved_cents', 'fund.note']).where('fund.contact_id', '=', contactId).orderBy('event.starts_on').execute()
    const receipts = await read.selectFrom('event_receipt as receipt').innerJoin('event', 'event.id', 'receipt.event_id')
      .select(['event.title', 'receipt.direction', 'receipt.number', 'receipt.receipt_on', 'receipt.paid_on', 'receipt.party', 'receipt.purpose', 'receipt.amount_cents'])
      .where('receipt.contact_id', '=', contactId).orderBy('receipt.receipt_on').execute()
    return [
      { heading: 'Mithilfe bei Veranstaltungen', entries: shifts.map((row) => ({ day: row.starts_on, title: row.title, details: [['Aufgabe', row.task], ['Ort', row.place], ['Zeit', [row.starts_at, row.ends_at].filter((time) => time !== null).join(' bis ')], ['Name', row.name]] })) },
      {
        heading: 'Material für Veranstaltungen',
        entries: things.map((row) => ({ day: row.starts_on, title: row.title, details: [['Was', [row.quantity, row.what].filter(Boolean).join(' × ')], ['als', [row.owner_id === contactId ? 'Eigentümer' : '', row.bringer_id === contactId ? 'Überbringer' : ''].filter(Boolean).join(', ')], ['Hinweis', row.note]] })),
      },
      {
        heading: 'Geld für Veranstaltungen',
        entries: funds.map((row) => ({
          day: row.starts_on, title: row.title,
          details: [['Art', sourceKindLabel(row.kind)], ['Bezeichnung', row.name], ['Name', row.funder], ['Aktenzeichen', row.reference], ['Betrag', centsText(row.approved_cents ?? row.planned_cents)], ['Notiz', row.note]],
        })),
      },
      {
        heading: 'Belege von Veranstaltungen',
        entries: receipts.map((row) => ({
          day: row.receipt_on, title: row.title,
          details: [['Art', row.direction === 'expense' ? 'Zahlung an Sie' : 'Zahlung von Ihnen'], ['Nummer', row.number === null ? '' : String(row.number)], ['Zweck', row.purpose], ['Betrag', centsText(row.amount_cents)], ['bezahlt am', day(row.paid_on)], ['Name', row.party]],
        })),
      },
    ]
  },
}
