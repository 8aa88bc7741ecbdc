import { Button } from '@mantine/core'
import { IconPencil, IconPlus, IconX } from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'
import { Personal } from '../../ui/Personal.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import classes from '../ContactRecord.module.css'
import { RowAction } from '../RowAction.tsx'

interface EntryListProps<Entry> {
  title: string
  /** What one entry is called: "Zweck". */
  noun: string
  entries: readonly Entry[]
  /** Said while there is none; nothing where that is the usual case. */
  empty: string
  readOnly: boolean
  nameOf: (entry: Entry) => string
  render: (entry: Entry) => ReactNode
  /** What else can be done with an entry, before changing and removing it. */
  renderActions?: (entry: Entry) => ReactNode
  /** The form over an entry, or over a new one. */
  renderForm: (entry: Entry | null, close: () => void) => ReactNode
  remove: (entry: Entry) => Promise<{ change: string | null }>
}

/** A section of a record with entries of one kind, each to change and to take off, and a new one at the click of a button. */
export function EntryList<Entry extends { id: string }>({ title, noun, entries, empty, readOnly, nameOf, render, renderActions, renderForm, remove }: EntryListProps<Entry>) {
  const [open, setOpen] = useState<string | null>(null)
  const section = useRef<HTMLElement>(null)
  const close = (): void => {
    setOpen(null)
    // The form is gone after this render; the keyboard goes on from the button that began it.
    requestAnimationFrame(() => section.current?.querySelector<HTMLElement>('button')?.focus())
  }
  const takeOff = async (entry: Entry): Promise<void> => {
    try {
      const { change } = await remove(entry)
      showUndoNotice(`${noun} entfernt`, 'office', change)
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <section ref={section} className={classes.section} aria-label={title}>
      <div className={classes.sectionHead}>
        <h3>{title}</h3>
        {!readOnly && (
          <Button className="no-print" size="compact-sm" variant="subtle" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setOpen('new')}>{noun}</Button>
        )}
      </div>
      {open === 'new' && renderForm(null, close)}
      {entries.length === 0 && empty !== '' && open === null && <p className={classes.quiet}>{empty}</p>}
      {entries.length > 0 && (
        <ul className={classes.roles} aria-label={title}>
          {entries.map((entry) => (
            <li key={entry.id} className={classes.role}>
              {open === entry.id ? renderForm(entry, close) : (
                <div className={classes.roleLine}>
                  <Personal>{render(entry)}</Personal>
                  {!readOnly && (
                    <span className={`${classes.roleActions} no-print`}>
                      {renderActions?.(entry)}
                      <RowAction icon={IconPencil} label={`${noun} bearbeiten`} name={nameOf(entry)} onClick={() => setOpen(entry.id)} />
                      <RowAction icon={IconX} label={`${noun} entfernen`} name={nameOf(entry)} onClick={() => void takeOff(entry)} />
                    </span>
                  )}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
