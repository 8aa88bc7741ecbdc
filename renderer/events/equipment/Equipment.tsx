import { Button, Center, Checkbox, Group, Loader, Menu, Select, Text, TextInput } from '@mantine/core'
import { IconPackage, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { uuidv7 } from 'uuidv7'
import { equipmentState, equipmentTemplateOf, equipmentTemplates, type EquipmentItem } from '../../../shared/events/equipment/model.ts'
import type { OfficeEvent } from '../../../shared/events/model.ts'
import { hidesData } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { ExportItem } from '../../ui/Export.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { SaveState } from '../../ui/SaveState.tsx'
import { savePlan } from '../savePlan.ts'
import { usePart, type PartForm, type StoredPart } from '../usePart.ts'
import { EquipmentDialog } from './EquipmentDialog.tsx'
import events from '../Events.module.css'
import classes from '../Plan.module.css'

type Content = { items: EquipmentItem[] }
const item = (what: string, quantity: string): EquipmentItem => ({ id: uuidv7(), what, quantity, ownerId: null, owner: '', bringerId: null, bringer: '', got: false, returned: false, note: '' })

/** „Material": what is needed, from where, who brings it, whether it is there and whether it went back. */
export function Equipment({ event }: { event: OfficeEvent }): ReactNode {
  const { data, error, refetch } = useQuery(api.events.equipment.get.queryOptions({ input: { id: event.id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Center p="xl"><Loader aria-label="Material wird geladen" /></Center>
  return <Shown event={event} part={data} />
}

function Shown({ event, part }: { event: OfficeEvent; part: StoredPart<Content> }): ReactNode {
  const form = usePart(event.id, part, office.events.equipment)
  const { content: { items }, readOnly } = form
  const [editing, setEditing] = useState<EquipmentItem | null>(null)
  const change = (id: string, patch: Partial<EquipmentItem>): void => form.set({ items: items.map((each) => (each.id === id ? { ...each, ...patch } : each)) })
  const store = async (changed: EquipmentItem): Promise<void> => {
    if (await form.step({ items: items.map((each) => (each.id === changed.id ? changed : each)) }, 'Material geändert.')) setEditing(null)
  }
  const remove = async ({ id }: EquipmentItem): Promise<void> => {
    if (await form.step({ items: items.filter((each) => each.id !== id) }, 'Material entfernt.')) setEditing(null)
  }
  const [got, back] = [items.filter((each) => each.got).length, items.filter((each) => each.got && !each.returned && each.owner !== '').length]
  const print = (format: 'pdf' | 'xlsx'): void => void savePlan(form, 'Materialliste', format, (grant) => office.events.equipment.saveList({ id: event.id, format, grant }))
  return (
    <div className={classes.part}>
      <div className={classes.head}>
        <Text size="sm" component="output">{items.length === 0 ? 'Noch nichts auf der Liste.' : `${got} von ${items.length} da${back === 0 ? '' : `, ${back} noch zurückzugeben`}`}</Text>
        <Group gap="xs">
          <SaveState status={form.status} />
          <Menu position="bottom-end">
            <Menu.Target><Button variant="default" leftSection={<IconPrinter size={17} aria-hidden />}>Drucken</Button></Menu.Target>
            <Menu.Dropdown><ExportItem format="pdf" onClick={() => print('pdf')}>PDF zum Abhaken …</ExportItem><ExportItem format="xlsx" onClick={() => print('xlsx')}>Excel …</ExportItem></Menu.Dropdown>
          </Menu>
        </Group>
      </div>
      {!readOnly && <QuickLine form={form} />}
      {!readOnly && <Template event={event} form={form} />}
      <ul className={classes.lines} aria-label="Material">
        {items.map((each) => {
          const name = each.what || 'Material'
          return (
            <li key={each.id} className={events.row}>
              <div className={events.grow}>
                <button type="button" className={events.link} disabled={readOnly} onClick={() => setEditing(each)}>{[each.quantity, name].filter(Boolean).join(' × ')}</button>
                <div className={events.facts}>
                  <span>{equipmentState(each)}</span>
                  {each.owner !== '' && <Personal><span>von {each.owner}</span></Personal>}
                  {each.bringer !== '' && <Personal><span>bringt {each.bringer}</span></Personal>}
                  {each.note !== '' && <span>{each.note}</span>}
                </div>
              </div>
              <Checkbox size="sm" label="da" aria-label={`${name} ist da`} disabled={readOnly} checked={each.got} onChange={(box) => change(each.id, { got: box.currentTarget.checked, returned: box.currentTarget.checked && each.returned })} />
              <Checkbox size="sm" label="zurück" aria-label={`${name} ist zurück`} disabled={readOnly || !each.got} checked={each.returned} onChange={(box) => change(each.id, { returned: box.currentTarget.checked })} />
            </li>
          )
        })}
      </ul>
      {editing && <EquipmentDialog item={editing} onClose={() => setEditing(null)} onStore={store} onRemove={() => remove(editing)} />}
    </div>
  )
}

/** Quickest way to a list: "6 Pavillons", Enter, the next. */
function QuickLine({ form }: { form: PartForm<Content> }): ReactNode {
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const add = (): void => {
    const [, quantity = '', what = ''] = /^\s*(\d+)?(?:\s*[x×])?\s*(.*)$/u.exec(typed) ?? []
    if (what.trim() === '') return
    form.set({ items: [...form.content.items, item(what.trim(), quantity)] })
    setTyped('')
    field.current?.focus()
  }
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <TextInput
        ref={field} flex={1} label="Was wird gebraucht?" placeholder="6 Pavillons" maxLength={300} value={typed} onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event: KeyboardEvent) => { if (event.key === 'Enter') { event.preventDefault(); add() } }}
      />
      <Button variant="default" disabled={typed.trim() === ''} onClick={add}>Hinzufügen</Button>
    </Group>
  )
}

/** Adds what events of a kind usually need, without what is on the list already. */
function Template({ event, form }: { event: OfficeEvent; form: PartForm<Content> }): ReactNode {
  const [code, setCode] = useState(equipmentTemplateOf(event.kind)?.code ?? '')
  const template = equipmentTemplates.find((each) => each.code === code)
  const known = new Set(form.content.items.map(({ what }) => what.toLocaleLowerCase('de')))
  const missing = template?.items.filter(({ what }) => !known.has(what.toLocaleLowerCase('de'))) ?? []
  const add = (): void => void form.step({ items: [...form.content.items, ...missing.map(({ what, quantity }) => item(what, quantity))] }, `${missing.length} Dinge hinzugefügt.`)
  return (
    <Group gap="xs">
      <Select w={230} aria-label="Vorlage für Material" allowDeselect={false} data={equipmentTemplates.map((each) => ({ value: each.code, label: each.title }))} value={code} onChange={(value) => value && setCode(value)} />
      <Button variant="default" leftSection={<IconPackage size={17} aria-hidden />} disabled={missing.length === 0} onClick={add}>{missing.length === 0 ? 'Vorlage ist ganz enthalten' : `Vorlage übernehmen (${missing.length})`}</Button>
    </Group>
  )
}
