import { Autocomplete, Button, Group, SimpleGrid, Stack, Textarea, TextInput, Title } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, type ReactNode } from 'react'
import type { BlockPart, TextBlockFields } from '../../../shared/correspondence/blocks/model.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { fieldNames, newPart } from './newBlock.ts'
import { PartCard } from './PartCard.tsx'
import { useCategories } from './useCategories.ts'

const LetterEditor = lazy(async () => ({ default: (await import('../LetterEditor.tsx')).LetterEditor }))

/** Title, short form, category, owner and validity of a text block, and its text: one, or parts with conditions. */
export function BlockForm({ fields, errors, readOnly, onChange }: {
  fields: TextBlockFields; errors: Record<string, string>; readOnly: boolean; onChange(patch: Partial<TextBlockFields>): void
}): ReactNode {
  const categories = useCategories()
  const { parts } = fields
  const [only] = parts
  const plain = parts.length === 1 && only?.kind === 'always'
  const setPart = (id: string, patch: Partial<BlockPart>): void => onChange({ parts: parts.map((part) => (part.id === id ? { ...part, ...patch } : part)) })
  const move = (at: number, by: -1 | 1): void => {
    const next = [...parts]
    const [moved] = next.splice(at, 1)
    if (moved) next.splice(at + by, 0, moved)
    onChange({ parts: next })
  }
  return (
    <Stack gap="sm" maw={760}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput label="Titel" value={fields.title} readOnly={readOnly} onChange={(event) => onChange({ title: event.currentTarget.value })} />
        <TextInput label="Kürzel" placeholder="findet ihn mit //Kürzel" value={fields.shortForm} readOnly={readOnly} error={errors['fields.shortForm']} onChange={(event) => onChange({ shortForm: event.currentTarget.value })} />
        <Autocomplete label="Rubrik" data={categories} value={fields.category} readOnly={readOnly} onChange={(category) => onChange({ category })} />
        <PersonField label="Zuständig" id={fields.ownerId} name={fields.ownerName} readOnly={readOnly} onChange={({ id, name }) => onChange({ ownerId: id, ownerName: name })} />
        <DateInput label="Gültig ab" valueFormat="DD.MM.YYYY" clearable value={fields.validFrom} readOnly={readOnly} onChange={(validFrom) => onChange({ validFrom })} />
        <DateInput label="Gültig bis" valueFormat="DD.MM.YYYY" clearable value={fields.validUntil} readOnly={readOnly} error={errors['fields.validUntil']} onChange={(validUntil) => onChange({ validUntil })} />
      </SimpleGrid>
      {plain && only
        ? (
          <Suspense fallback={<Textarea label="Text" disabled minRows={6} value="Der Editor wird geladen …" readOnly />}>
            <LetterEditor value={only.body} readOnly={readOnly} values={fieldNames} onChange={(body) => setPart(only.id, { body })} />
          </Suspense>
        )
        : (
          <>
            <Title order={3} size="h5" mt={6}>Teile in ihrer Reihenfolge</Title>
            {parts.map((part, at) => (
              <PartCard
                key={part.id} part={part} number={at + 1} first={at === 0} last={at === parts.length - 1} readOnly={readOnly}
                groups={[...new Set(parts.flatMap(({ group }) => (group === '' ? [] : [group])))]}
                onChange={(patch) => setPart(part.id, patch)} onMove={(by) => move(at, by)} onRemove={() => onChange({ parts: parts.filter(({ id }) => id !== part.id) })}
              />
            ))}
          </>
        )}
      {!readOnly && (
        <Group gap={8}>
          <Button variant="default" size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onChange({ parts: [...parts, newPart('optional')] })}>Wahlweiser Teil</Button>
          <Button variant="default" size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onChange({ parts: [...parts, { ...newPart('alternative'), group: parts.findLast(({ kind }) => kind === 'alternative')?.group ?? '' }] })}>Alternative</Button>
          {!plain && <Button variant="default" size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onChange({ parts: [...parts, newPart('always')] })}>Fester Teil</Button>}
        </Group>
      )}
      <Textarea label="Notiz" description="Herkunft, was zu beachten ist; steht in keinem Schreiben" autosize minRows={2} value={fields.note} readOnly={readOnly} onChange={(event) => onChange({ note: event.currentTarget.value })} />
    </Stack>
  )
}
