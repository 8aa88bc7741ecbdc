import { Accordion, Alert, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { BodyFieldValues } from '../../shared/correspondence/body-fields.ts'
import { recipientProblems } from '../../shared/correspondence/copies/problems.ts'
import type { LetterFields as Fields } from '../../shared/correspondence/letter.ts'
import { addressedKinds, type DocumentKind } from '../../shared/correspondence/templates/kinds.ts'
import { keepNames } from '../app/keptNames.ts'
import { api } from '../app/office.ts'
import { BlockChooser } from './blocks/BlockChooser.tsx'
import { BlocksAside } from './blocks/BlocksAside.tsx'
import { BlockToolsSlot } from './blocks/BlockToolsSlot.tsx'
import type { EditorBlocks } from './blocks/useBlocks.ts'
import { EnclosuresField } from './copies/EnclosuresField.tsx'
import { RecipientsField, recipientsSummary } from './copies/RecipientsField.tsx'
import { SigningFields } from './copies/SigningFields.tsx'
import { RecipientField } from './RecipientField.tsx'
import { ParticularsFields } from './templates/ParticularsFields.tsx'
import { TemplateField } from './templates/TemplateField.tsx'
import { useDesk } from './useDesk.ts'

const LetterEditor = lazy(async () => ({ default: (await import('./LetterEditor.tsx')).LetterEditor }))

export interface LetterFieldsProps {
  letterId: string
  fields: Fields
  /** What kind of document its template makes; null as long as that isn't known. */
  kind: DocumentKind | null
  /** Messages by field, from the office process. */
  errors: Record<string, string>
  /** A finished letter is read, not greyed out. */
  readOnly: boolean
  /** What the fields in the text say. */
  values: BodyFieldValues
  /** The text blocks of the text, and whether they stand below it because there is no room beside it. */
  blocks: EditorBlocks
  blocksBelow: boolean
  onChange(patch: Partial<Fields>): void
}

/** The form of a letter, in the order of the paper. */
export function LetterFields({ letterId, fields, kind, errors, readOnly, values, blocks, blocksBelow, onChange }: LetterFieldsProps): ReactNode {
  const { side } = useDesk()
  const phrases = useQuery(api.correspondence.phrases.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const text = (name: TextField) => ({
    value: fields[name],
    error: errors[`fields.${name}`],
    readOnly,
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  })
  const listed = (name: 'addressLines' | 'addressNotes' | 'orders' | 'copies') => ({
    value: fields[name].join('\n'),
    error: errors[`fields.${name}`],
    readOnly,
    autosize: true,
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: asLines(event.currentTarget.value) }),
  })
  const named = [fields.recipientName, ...fields.addressLines, fields.contactPerson, fields.signatureName, fields.editorName, ...fields.copies, ...fields.recipients.map(({ name }) => name), ...casePeople(fields)].join('\n')
  useEffect(() => keepNames([named]), [named])
  const further = recipientsSummary(fields.recipients)
  const problems = recipientProblems(fields)
  const subject = useRef<HTMLInputElement>(null)
  // A letter without a recipient begins with whom it goes to, everything else with what it is about.
  const begins = fields.recipientId === null && (kind === null || addressedKinds.includes(kind))
  const intoText = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || readOnly) return
    event.preventDefault()
    // At once, so that the next key falls into the text: the editor's own command waits for the next picture.
    blocks.editor?.commands.setTextSelection(blocks.editor.state.doc.content.size)
    blocks.editor?.view.focus()
  }

  return (
    <Stack gap="sm">
      <TemplateField value={fields.template} error={errors['fields.template']} readOnly={readOnly} onChange={(template) => onChange({ template })} />
      <RecipientField recipientId={fields.recipientId} recipientName={fields.recipientName} readOnly={readOnly} starts={begins} onChoose={onChange} onDone={() => subject.current?.focus()} />
      <Textarea label="Anschrift" description="Höchstens sechs Zeilen, ohne Leerzeilen" minRows={4} {...listed('addressLines')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <DateInput
          label="Datum" valueFormat="DD.MM.YYYY" value={fields.date} readOnly={readOnly} error={errors['fields.date']}
          onChange={(date) => date && onChange({ date })}
        />
        <TextInput label="Unser Zeichen" placeholder="Nummer des Schreibens" {...text('ourReference')} />
      </SimpleGrid>
      <TextInput ref={subject} data-letter-start={!begins || undefined} label="Betreff" onKeyDown={intoText} {...text('subject')} />
      <TextInput label="Anrede" list="letter-salutations" {...text('salutation')} />
      {problems.length > 0 && <Alert color="amber" variant="light" p="xs" icon={<IconAlertTriangle aria-hidden />}>{problems.join(' ')}</Alert>}
      <Suspense fallback={<Textarea label="Text" disabled minRows={10} value="Der Editor wird geladen …" readOnly />}>
        <LetterEditor
          value={fields.body} readOnly={readOnly} values={values} onChange={(body) => onChange({ body })}
          further={blocks.extensions} onEditor={blocks.onEditor} tools={<BlockToolsSlot blocks={blocks} />}
        >
          <BlockChooser blocks={blocks} />
          {blocksBelow && <BlocksAside blocks={blocks} />}
        </LetterEditor>
      </Suspense>
      {kind !== null && <ParticularsFields kind={kind} values={fields.particulars} readOnly={readOnly} onChange={(particulars) => onChange({ particulars })} />}
      <TextInput label="Grußformel" list="letter-closings" {...text('closing')} />
      <Accordion multiple variant="contained" order={3}>
        <Accordion.Item value="information">
          <Accordion.Control>Informationsblock</Accordion.Control>
          <Accordion.Panel>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
              <TextInput label="Ihr Zeichen" {...text('yourReference')} />
              <TextInput label="Ihre Nachricht vom" placeholder="09.11.2026" {...text('yourMessageOf')} />
              <Textarea label="Vermerk über der Anschrift" placeholder="Persönlich/Vertraulich" {...listed('addressNotes')} />
            </SimpleGrid>
          </Accordion.Panel>
        </Accordion.Item>
        {side === 'office' && (
          <Accordion.Item value="recipients">
            <Accordion.Control>Weitere Empfänger und Verteiler{further === '' ? '' : ` (${further})`}</Accordion.Control>
            <Accordion.Panel><RecipientsField fields={fields} errors={errors} readOnly={readOnly} onChange={onChange} /></Accordion.Panel>
          </Accordion.Item>
        )}
        <Accordion.Item value="enclosures">
          <Accordion.Control>{side === 'office' ? 'Anlagen' : 'Anlagen und Kopien'}{fields.enclosures.length === 0 ? '' : ` (${fields.enclosures.length})`}</Accordion.Control>
          <Accordion.Panel>
            <Stack gap="sm">
              <EnclosuresField letterId={side === 'office' ? letterId : null} fields={fields} error={errors['fields.enclosures']} readOnly={readOnly} onChange={onChange} />
              {side === 'counselling' && <Textarea label="Kopie an" description="Eine Person oder Stelle je Zeile" minRows={2} {...listed('copies')} />}
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="signature">
          <Accordion.Control>Bearbeitung und Unterschrift</Accordion.Control>
          <Accordion.Panel><SigningFields fields={fields} errors={errors} readOnly={readOnly} onChange={onChange} /></Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="file">
          <Accordion.Control>Entwurf für die Akte</Accordion.Control>
          <Accordion.Panel>
            <Stack gap="sm">
              <Textarea label="Verfügungspunkte" description="Einer je Zeile, nach dem Versand: „Wv. 15.12.2026“, „z. d. A.“" minRows={2} {...listed('orders')} />
              <Textarea label="Vermerk" description="Steht nur auf dem Entwurf" minRows={2} autosize value={fields.draftNote} readOnly={readOnly} error={errors['fields.draftNote']} onChange={({ currentTarget }) => onChange({ draftNote: currentTarget.value })} />
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
      <Suggestions id="letter-salutations" phrases={phrases.data?.salutations} />
      <Suggestions id="letter-closings" phrases={phrases.data?.closings} />
      <Suggestions id="letter-signature-additions" phrases={phrases.data?.signatureAdditions} />
    </Stack>
  )
}

/** Phrases offered while typing; anything else may be typed as well. */
function Suggestions({ id, phrases }: { id: string; phrases: readonly { code: string; label: string }[] | undefined }): ReactNode {
  return <datalist id={id}>{phrases?.map(({ code, label }) => <option key={code} value={label}>{label}</option>)}</datalist>
}

type TextField = { [Name in keyof Fields]: Fields[Name] extends string ? Name : never }[keyof Fields]

/** A field of lines keeps its blank lines while somebody types; they are left out when it is stored. */
function asLines(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}

/** The client's name and address, in a letter about a client. */
function casePeople({ particulars }: Fields): string[] {
  return [particulars.fall_person, particulars.fall_anschrift].filter((value) => typeof value === 'string')
}
