import { equipmentState } from '../../../../shared/events/equipment/model.ts'
import { tablesPdf } from '../../documents/pdf-table.ts'
import { xlsx } from '../../documents/xlsx.ts'
import type { FileGrants } from '../../file-grants.ts'
import type { OfficeDesk } from '../../session.ts'
import { getEvent } from '../service.ts'
import { whenText } from '../when-where.ts'
import { equipmentPart } from './service.ts'

/** A box to tick by hand, of letters that every font has; what is ticked says so. */
const box = (ticked: boolean): string => (ticked ? 'ja' : '[\u00A0\u00A0\u00A0]')

/** Writes what is needed, with boxes to tick. @throws OfficeError `not-found`, `forbidden`, `disk-full`, `read-only` */
export async function saveEquipmentList(desk: OfficeDesk, grants: FileGrants, { id, format, grant }: { id: string; format: 'pdf' | 'xlsx'; grant: string }): Promise<void> {
  const event = await getEvent(desk, id)
  const { items } = await equipmentPart.read(desk.database.read, id)
  if (format === 'xlsx') {
    return grants.write(grant, await xlsx({
      name: 'Material', headings: ['Was', 'Menge', 'Woher', 'Wer bringt es', 'Stand', 'Hinweis'], rows: items.map((item) => [item.what, item.quantity, item.owner, item.bringer, equipmentState(item), item.note]),
    }))
  }
  const got = items.filter((item) => item.got).length
  grants.write(grant, await tablesPdf({
    title: 'Materialliste', remarks: [[event.title, whenText(event), event.place].filter(Boolean).join(' · '), `${items.length === 1 ? 'Ein Ding' : `${items.length} Dinge`}, ${got} davon da.`],
    tables: [{
      heading: '', headings: ['Da', 'Zurück', 'Was', 'Menge', 'Woher', 'Wer bringt es'], notes: [],
      rows: items.map((item) => [box(item.got), item.owner === '' ? '–' : box(item.returned), item.note === '' ? item.what : `${item.what} (${item.note})`, item.quantity, item.owner, item.bringer]),
    }],
  }))
}
