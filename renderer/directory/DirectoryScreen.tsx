import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useCommand } from '../app/commands.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { SplitView } from '../ui/SplitView.tsx'
import { WorkArea } from '../ui/WorkArea.tsx'
import { BulkTags } from './BulkTags.tsx'
import { checkWithNotice } from './checkContacts.ts'
import { ContactListHead } from './ContactListHead.tsx'
import { ContactRecord } from './ContactRecord.tsx'
import { ContactTable } from './ContactTable.tsx'
import { DirectoryAside } from './DirectoryAside.tsx'
import { DirectoryEmpty } from './DirectoryEmpty.tsx'
import classes from './DirectoryScreen.module.css'
import { BulkChange } from './finding/BulkChange.tsx'
import { copyContact } from './finding/copyContact.ts'
import { AddToList } from './lists/AddToList.tsx'
import { OutputMenu } from './output/OutputMenu.tsx'
import { NewContact } from './NewContact.tsx'
import { removeWithNotice } from './removeContacts.ts'
import { useContactList } from './useContactList.ts'

/** „Kontakte": groups, list and record. What is open stands in the route: `?id=…` a contact, `?new=true` the new one. */
export function DirectoryScreen() {
  const { id = null, new: isNew = false } = useSearch({ from: '/directory' })
  const navigate = useNavigate()
  const list = useContactList()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [dialog, setDialog] = useState<'none' | 'tags' | 'lists' | 'change'>('none')
  const record = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  // Another list begins without marks: nothing may be changed or deleted that nobody sees any more.
  const { query, group, filter } = list.settings
  const shown = JSON.stringify([query, group, filter])
  useEffect(() => setSelected(new Set()), [shown])

  const open = (contact: string | null): void => {
    setSelected(new Set(contact === null ? [] : [contact]))
    void navigate({ to: '/directory', search: contact === null ? {} : { id: contact } })
  }
  const begin = (): void => void navigate({ to: '/directory', search: { new: true } })
  const bringIn = (): void => void navigate({ to: '/directory/import' })
  const remove = async (): Promise<void> => {
    const chosen = selected.size > 0 ? [...selected] : id === null ? [] : [id]
    if (!(await removeWithNotice(chosen))) return
    setSelected(new Set())
    if (id !== null && chosen.includes(id)) open(null)
  }
  useCommand('find-here', () => search.current?.focus())
  useCommand('copy-phone', () => { if (id !== null) void copyContact(id, 'phone') }, id !== null)
  useCommand('copy-email', () => { if (id !== null) void copyContact(id, 'email') }, id !== null)
  // Also before the record has come: F5 right after a click is a letter to that contact.
  const atHand = selected.size === 1 ? [...selected][0] : id ?? undefined
  useCommand('letter', () => void navigate({ to: '/correspondence', search: { to: atHand } }), atHand !== undefined && !isNew)
  useCommand('delete', () => void remove(), selected.size > 0 || id !== null)

  const empty = list.counts?.all === 0 && list.settings.query === ''
  return (
    <WorkArea aside={<DirectoryAside />}>
      {empty && !isNew && id === null ? <DirectoryEmpty onNew={begin} onImport={bringIn} /> : (
        <SplitView
          name="directory.list"
          initial={540}
          smallest={260}
          recordSmallest={400}
          list={
            <div className={classes.list}>
              <ContactListHead list={list} search={search} selected={selected.size} output={<OutputMenu selected={selected} selection={{ query: list.settings.query.trim(), group: list.settings.group, filter: list.settings.filter }} total={list.total} />} onChange={() => setDialog('change')} onTag={() => setDialog('tags')} onList={() => setDialog('lists')} onCheck={() => void checkWithNotice([...selected])} onRemove={() => void remove()} />
              {dialog === 'tags' && <BulkTags ids={[...selected]} onClose={() => setDialog('none')} />}
              {dialog === 'change' && <BulkChange ids={[...selected]} onClose={() => setDialog('none')} />}
              {dialog === 'lists' && <AddToList ids={[...selected]} onClose={() => setDialog('none')} />}
              {list.rows.error ? <FailureAlert error={list.rows.error} /> : (
                <ContactTable
                  list={list}
                  current={id}
                  selected={selected}
                  onSelect={(next, current) => current === null ? setSelected(next) : open(current)}
                  onOpen={() => record.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"], input')?.focus()}
                />
              )}
            </div>
          }
          record={
            <div key={isNew ? 'new' : (id ?? undefined)} ref={record} className={classes.record}>
              {isNew && <NewContact onCreated={open} onCancel={() => open(null)} />}
              {!isNew && id !== null && <ContactRecord id={id} onRemove={() => void remove()} onOpen={open} />}
              {!isNew && id === null && <p className={classes.hint}>Wählen Sie einen Kontakt aus der Liste.</p>}
            </div>
          }
        />
      )}
    </WorkArea>
  )
}
