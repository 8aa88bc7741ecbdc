import { Button, Group, Modal, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconFolderCheck, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { PlanClass } from '../../../shared/correspondence/register/file-plan.ts'
import type { Dossier, Matter } from '../../../shared/correspondence/register/model.ts'
import { germanDate } from '../../../shared/dates.ts'
import { failureOf } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { attempt } from '../../ui/attempt.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { Papers } from '../papers/Papers.tsx'
import parts from '../parts.module.css'
import { HistorySection } from './HistorySection.tsx'

const { files } = office.correspondence.register

/** An Akte with its Vorgänge. */
export function DossierRecord({ dossier, matters, plan, onShow }: { dossier: Dossier; matters: readonly Matter[]; plan: readonly PlanClass[]; onShow(id: string | undefined): void }): ReactNode {
  const { id, version } = dossier
  const [title, setTitle] = useState('')
  const place = plan.find(({ code }) => code === dossier.plan)
  const closed = dossier.closedOn !== null
  const create = async (): Promise<void> => {
    try {
      const { id: matterId, reference, change } = await files.createMatter({ dossierId: id, title })
      setTitle('')
      showUndoNotice(`Vorgang ${reference} angelegt`, 'office', change)
      onShow(matterId)
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <section className={parts.page} aria-label={`Akte ${dossier.title}`}>
      <Title order={2} size="h3">{dossier.title}</Title>
      <Text size="sm">{dossier.plan} {place?.title ?? 'nicht mehr im Aktenplan'}{place ? ` · Aufbewahrung ${place.retentionYears === null ? 'im Einzelfall' : `${place.retentionYears} Jahre`}${place.archive ? ', Angebot an das Archiv' : ''}` : ''}{closed ? ` · geschlossen am ${germanDate(dossier.closedOn ?? '')}` : ''}</Text>
      <Rename value={dossier.title} label="Titel der Akte" onStore={(next) => attempt(() => files.updateDossier({ id, version, fields: { title: next } }), 'Akte umbenannt')} />
      <Group gap="xs">
        <Button variant="default" leftSection={<IconFolderCheck size={17} aria-hidden />} onClick={() => void attempt(() => files.updateDossier({ id, version, fields: {}, closed: !closed }), closed ? 'Akte wieder geöffnet' : 'Akte geschlossen')}>{closed ? 'Wieder öffnen' : 'Akte schließen'}</Button>
        <Button variant="default" leftSection={<IconTrash size={17} aria-hidden />} onClick={() => void attempt(() => files.removeDossier({ id, version }), 'Die Akte liegt im Papierkorb.').then((done) => done && onShow(undefined))}>Löschen</Button>
      </Group>
      <Title order={3} size="h4">Vorgänge</Title>
      {matters.length === 0 && <Text size="sm" c="dimmed">Noch kein Vorgang.</Text>}
      <ul className={parts.rows} aria-label="Vorgänge">
        {matters.map((matter) => (
          <li key={matter.id} className={parts.row}>
            <div className={parts.grow}><button type="button" className={parts.link} onClick={() => onShow(matter.id)}>{matter.reference}</button> {matter.title}</div>
            <Text size="xs" c="dimmed">{matter.filed} Dokumente · {matter.closedOn === null ? `seit ${germanDate(matter.openedOn)}` : `abgeschlossen am ${germanDate(matter.closedOn)}`}</Text>
          </li>
        ))}
      </ul>
      {!closed && (
        <form onSubmit={(event) => { event.preventDefault(); if (title.trim() !== '') void create() }}>
          <Group align="flex-end" gap="xs">
            <TextInput className={parts.grow} label="Neuer Vorgang" placeholder="Titel; das Aktenzeichen entsteht von selbst" value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
            <Button type="submit" leftSection={<IconPlus size={17} aria-hidden />}>Anlegen</Button>
          </Group>
        </form>
      )}
      <HistorySection record={{ type: 'dossier', id }} />
    </section>
  )
}

/** A Vorgang with its numbered documents. */
export function MatterRecord({ matter, dossier, onGone, onShow }: { matter: Matter; dossier: Dossier | undefined; onGone(): void; onShow(id: string): void }): ReactNode {
  const { id, version } = matter
  const { data = [] } = useQuery(api.correspondence.register.files.contents.queryOptions({ input: { matterId: id } }))
  const closed = matter.closedOn !== null
  return (
    <section className={parts.page} aria-label={`Vorgang ${matter.reference}`}>
      <Title order={2} size="h3">{matter.reference} {matter.title}</Title>
      <Text size="sm">{dossier && <>Akte <button type="button" className={parts.link} onClick={() => onShow(dossier.id)}>{dossier.title}</button> · </>}begonnen am {germanDate(matter.openedOn)}{closed ? ` · z. d. A. am ${germanDate(matter.closedOn ?? '')}` : ''}</Text>
      <Rename value={matter.title} label="Titel des Vorgangs" onStore={(title) => attempt(() => files.updateMatter({ id, version, fields: { title } }), 'Vorgang umbenannt')} />
      <Group gap="xs">
        <Button variant="default" leftSection={<IconFolderCheck size={17} aria-hidden />} onClick={() => void attempt(() => files.updateMatter({ id, version, fields: {}, closed: !closed }), closed ? 'Vorgang wieder geöffnet' : 'Vorgang abgeschlossen')}>{closed ? 'Wieder öffnen' : 'Abschließen (z. d. A.)'}</Button>
        <Button variant="default" leftSection={<IconTrash size={17} aria-hidden />} onClick={() => void attempt(() => files.removeMatter({ id, version }), 'Der Vorgang liegt im Papierkorb.').then((done) => done && onGone())}>Löschen</Button>
      </Group>
      <Title order={3} size="h4">Dokumente</Title>
      {data.length === 0 && <Text size="sm" c="dimmed">Noch nichts abgelegt. Schreiben, Stellungnahmen und Posteingänge kommen mit „In Vorgang ablegen“ hierher; Dateien lassen sich unten ablegen.</Text>}
      <ol className={parts.rows} aria-label="Dokumente im Vorgang">
        {data.map(({ id: filed, number, record, typeLabel, title, subtitle, filedOn }) => (
          <li key={filed} className={parts.row}>
            <Text size="sm" fw={600} w={34} ta="right">{number}</Text>
            <div className={parts.grow}>
              <Personal><button type="button" className={parts.link} onClick={() => openRecord(record)}>{title}</button></Personal>
              <Text size="xs" c="dimmed">{[typeLabel, subtitle, `abgelegt am ${germanDate(filedOn)}`].filter(Boolean).join(' · ')}</Text>
            </div>
            {!closed && <Button size="compact-xs" variant="subtle" aria-label={`„${title}“ herausnehmen`} onClick={() => void attempt(() => files.unfile({ matterId: id, filed }), 'Aus dem Vorgang genommen')}>Herausnehmen</Button>}
          </li>
        ))}
      </ol>
      {!closed && <Papers owner={{ type: 'matter', id }} />}
      <HistorySection record={{ type: 'matter', id }} />
    </section>
  )
}

/** Opens an Akte. */
export function NewDossier({ plan, initial, onClose, onCreated }: { plan: readonly PlanClass[]; initial: string; onClose(): void; onCreated(id: string): void }): ReactNode {
  const [code, setCode] = useState<string | null>(initial || null)
  const [title, setTitle] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const store = async (): Promise<void> => {
    try {
      const { id, change } = await files.createDossier({ plan: code ?? '', title })
      showUndoNotice('Akte angelegt', 'office', change)
      onCreated(id)
    } catch (error) {
      const { fields } = failureOf(error).data
      if (fields) setErrors(fields)
      else showFailure(error)
    }
  }
  return (
    <Modal opened onClose={onClose} title="Neue Akte">
      <form onSubmit={(event) => { event.preventDefault(); void store() }}>
        <Stack gap="sm">
          <Select label="Stelle im Aktenplan" searchable data={plan.map((each) => ({ value: each.code, label: `${each.code} ${each.title}` }))} value={code} error={errors.plan} onChange={setCode} />
          <TextInput label="Titel" data-autofocus value={title} error={errors.title} onChange={(event) => setTitle(event.currentTarget.value)} />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" onClick={onClose}>Abbrechen</Button>
            <Button type="submit">Akte anlegen</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function Rename({ value, label, onStore }: { value: string; label: string; onStore(next: string): Promise<boolean> }): ReactNode {
  const [text, setText] = useState(value)
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (text.trim() !== '' && text !== value) void onStore(text) }}>
      <Group align="flex-end" gap="xs">
        <TextInput className={parts.grow} label={label} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Button type="submit" variant="default" disabled={text.trim() === '' || text === value}>Umbenennen</Button>
      </Group>
    </form>
  )
}
