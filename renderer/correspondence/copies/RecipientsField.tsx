import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { uuidv7 } from 'uuidv7'
import { distributionLabels, distributions, recipientRoleLabels, recipientRoles, type LetterRecipient, type RecipientRole } from '../../../shared/correspondence/copies/model.ts'
import type { LetterFields } from '../../../shared/correspondence/letter.ts'
import { impersonalSalutation } from '../../../shared/correspondence/salutation.ts'
import { mailWayLabels, mailWays } from '../../../shared/correspondence/statements/workflow.ts'
import { RecipientCard } from './RecipientCard.tsx'

export interface RecipientsFieldProps {
  fields: LetterFields
  errors: Record<string, string>
  readOnly: boolean
  onChange(patch: Partial<LetterFields>): void
}

const added: Readonly<Record<RecipientRole, string>> = { original: 'Empfänger', copy: 'Abdruck', notice: 'Nachrichtlich' }

/** „Weitere Empfänger und Verteiler": who else gets the letter, as what, and with what. */
export function RecipientsField({ fields, errors, readOnly, onChange }: RecipientsFieldProps): ReactNode {
  const { recipients } = fields
  const put = (next: LetterRecipient[]): void => onChange({ recipients: next })
  const move = (index: number, by: number): void => {
    const next = [...recipients]
    const [moved] = next.splice(index, 1)
    if (moved) put(next.toSpliced(index + by, 0, moved))
  }
  return (
    <Stack gap="sm">
      <Select
        label="Weg zum ersten Empfänger" allowDeselect={false} value={fields.way} readOnly={readOnly} data={mailWays.map((way) => ({ value: way, label: mailWayLabels[way] }))}
        onChange={(way) => way && onChange({ way: way as LetterFields['way'] })}
      />
      {recipients.map((recipient, index) => (
        <RecipientCard
          key={recipient.id} recipient={recipient} number={index + 2} enclosures={fields.enclosures} error={errorOf(errors, index)} readOnly={readOnly}
          onChange={(patch) => put(recipients.map((each) => (each.id === recipient.id ? { ...each, ...patch } : each)))}
          onMove={{ up: index > 0 ? () => move(index, -1) : null, down: index < recipients.length - 1 ? () => move(index, 1) : null }}
          onRemove={() => put(recipients.filter(({ id }) => id !== recipient.id))}
        />
      ))}
      {recipients.length === 0 && <Text size="sm" c="dimmed">Das Schreiben geht nur an den Empfänger oben.</Text>}
      {!readOnly && (
        <Group gap="xs">
          {recipientRoles.map((role) => (
            <Button key={role} size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => put([...recipients, newRecipient(role)])} aria-label={`${added[role]} hinzufügen`}>
              {added[role]}
            </Button>
          ))}
        </Group>
      )}
      {recipients.length > 0 && (
        <Select
          label="Verteiler unter dem Schreiben" allowDeselect={false} value={fields.distribution} readOnly={readOnly} data={distributions.map((each) => ({ value: each, label: distributionLabels[each] }))}
          onChange={(value) => value && onChange({ distribution: value as LetterFields['distribution'] })}
        />
      )}
      <Textarea
        label="Kopie an (nur genannt)" description="Eine Person oder Stelle je Zeile, ohne eigene Fassung" minRows={1} autosize value={fields.copies.join('\n')} error={errors['fields.copies']} readOnly={readOnly}
        onChange={({ currentTarget }) => onChange({ copies: currentTarget.value === '' ? [] : currentTarget.value.split('\n') })}
      />
    </Stack>
  )
}

/** What is wrong with a recipient comes with its place in the list. */
function errorOf(errors: Record<string, string>, index: number): string | undefined {
  return Object.entries(errors).find(([name]) => name.startsWith(`fields.recipients.${index}`))?.[1]
}

function newRecipient(role: RecipientRole): LetterRecipient {
  return {
    id: uuidv7(), role, contactId: null, name: '', addressNotes: [], addressLines: [], salutation: role === 'original' ? impersonalSalutation : '', way: 'post',
    enclosures: role === 'notice' ? [] : null, note: '', withhold: role !== 'original',
  }
}

/** How many get the letter beside the first, for the heading of the section. */
export function recipientsSummary(recipients: readonly LetterRecipient[]): string {
  const counts = recipientRoles.map((role) => ({ role, count: recipients.filter((each) => each.role === role).length })).filter(({ count }) => count > 0)
  return counts.map(({ role, count }) => `${count} × ${recipientRoleLabels[role]}`).join(', ')
}
