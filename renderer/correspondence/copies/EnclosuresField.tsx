import { ActionIcon, Button, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { LetterFields } from '../../../shared/correspondence/letter.ts'
import { api } from '../../app/office.ts'
import classes from './Copies.module.css'

export interface EnclosuresFieldProps {
  /** The letter whose file papers are chosen from; null where enclosures are only named. */
  letterId: string | null
  fields: LetterFields
  error: string | undefined
  readOnly: boolean
  onChange(patch: Partial<LetterFields>): void
}

/** „Anlagen": each named, and where it lies in the file, chosen there, so that it goes along. */
export function EnclosuresField({ letterId, fields, error, readOnly, onChange }: EnclosuresFieldProps): ReactNode {
  const papers = useQuery(api.correspondence.copies.papers.queryOptions({ input: letterId === null ? skipToken : { id: letterId } })).data?.papers ?? []
  const { enclosures, enclosedPapers } = fields
  const options = papers.map(({ id, name, kind }) => ({ value: id, label: `${name} (${kind.toUpperCase()})` }))

  const rename = (index: number, title: string): void => {
    const before = enclosures[index] ?? ''
    const { [before]: paper, ...others } = enclosedPapers
    onChange({
      enclosures: enclosures.with(index, title), enclosedPapers: paper === undefined ? others : { ...others, [title]: paper },
      // Who was to get it under its old title gets it under the new one.
      ...(fields.recipients.some((each) => each.enclosures?.includes(before)) && { recipients: fields.recipients.map((each) => ({ ...each, enclosures: each.enclosures?.map((one) => (one === before ? title : one)) ?? null })) }),
    })
  }
  const attach = (index: number, id: string | null): void => {
    const title = enclosures[index] || papers.find((paper) => paper.id === id)?.name || ''
    const { [title]: _, ...others } = enclosedPapers
    onChange({ enclosures: enclosures.with(index, title), enclosedPapers: id === null ? others : { ...others, [title]: id } })
  }
  const remove = (index: number): void => {
    const { [enclosures[index] ?? '']: _, ...others } = enclosedPapers
    onChange({ enclosures: enclosures.toSpliced(index, 1), enclosedPapers: others })
  }

  return (
    <Stack gap="xs">
      {enclosures.length === 0 && <Text size="sm" c="dimmed">Keine Anlagen.</Text>}
      {enclosures.map((title, index) => (
        // The place in the list is all the identity a line has.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={classes.enclosure}>
          <TextInput label={`Anlage ${index + 1}`} value={title} readOnly={readOnly} onChange={({ currentTarget }) => rename(index, currentTarget.value)} />
          {letterId !== null && <Select
            label="Unterlage" aria-label={`Unterlage zu Anlage ${index + 1}`} placeholder="nur genannt" clearable={!readOnly} searchable readOnly={readOnly} data={options} value={enclosedPapers[title] ?? null}
            onChange={(id) => attach(index, id)} nothingFoundMessage="Weder am Schreiben noch in seinem Vorgang liegt eine Unterlage."
          />}
          {!readOnly && <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Anlage ${index + 1} entfernen`} onClick={() => remove(index)}><IconX size={16} aria-hidden /></ActionIcon>}
        </div>
      ))}
      {error && <Text size="sm" c="red">{error}</Text>}
      {!readOnly && <div><Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => onChange({ enclosures: [...enclosures, ''] })}>Anlage hinzufügen</Button></div>}
    </Stack>
  )
}
