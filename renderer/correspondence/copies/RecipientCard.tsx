import { ActionIcon, Alert, Checkbox, Group, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { recipientProblems } from '../../../shared/correspondence/copies/problems.ts'
import { recipientRoleLabels, recipientRoles, type LetterRecipient, type RecipientRole } from '../../../shared/correspondence/copies/model.ts'
import { mailWayLabels, mailWays } from '../../../shared/correspondence/statements/workflow.ts'
import { showFailure } from '../../ui/notices.tsx'
import { ContactField } from '../../ui/ContactField.tsx'
import { useDesk } from '../useDesk.ts'
import classes from './Copies.module.css'

export interface RecipientCardProps {
  recipient: LetterRecipient
  number: number
  /** Titles of the letter's enclosures. */
  enclosures: readonly string[]
  error: string | undefined
  readOnly: boolean
  onChange(patch: Partial<LetterRecipient>): void
  onMove: { up: (() => void) | null; down: (() => void) | null }
  onRemove(): void
}

/** One further recipient: who, as what, by which way, with which enclosures and words. */
export function RecipientCard({ recipient, number, enclosures, error, readOnly, onChange, onMove, onRemove }: RecipientCardProps): ReactNode {
  const { role, name, addressLines, salutation, note } = recipient
  const { office } = useDesk()
  const title = `${number}. ${recipientRoleLabels[role]}`
  const problems = recipientProblems({ addressLines, salutation: role === 'original' ? salutation : '' })

  const choose = async ({ id, name: chosen }: { id: string | null; name: string }): Promise<void> => {
    if (id === null) return onChange({ contactId: null, name: chosen })
    try {
      const found = await office.recipient({ contactId: id })
      onChange({ contactId: id, name: found.recipientName, addressLines: found.addressLines, salutation: role === 'original' ? found.salutation : '', way: found.way })
    } catch (failure) {
      showFailure(failure)
    }
  }

  return (
    <div className={classes.card} role="group" aria-label={`${title}${name === '' ? '' : `: ${name}`}`}>
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600}>{title}</Text>
        {!readOnly && (
          <Group gap={4} wrap="nowrap">
            <ActionIcon variant="subtle" color="gray" aria-label={`${title} nach oben`} disabled={onMove.up === null} onClick={() => onMove.up?.()}><IconArrowUp size={16} aria-hidden /></ActionIcon>
            <ActionIcon variant="subtle" color="gray" aria-label={`${title} nach unten`} disabled={onMove.down === null} onClick={() => onMove.down?.()}><IconArrowDown size={16} aria-hidden /></ActionIcon>
            <ActionIcon variant="subtle" color="gray" aria-label={`${title} entfernen`} onClick={onRemove}><IconX size={16} aria-hidden /></ActionIcon>
          </Group>
        )}
      </Group>
      <Stack gap="xs">
        <ContactField label="Empfänger oder Stelle" value={{ id: recipient.contactId, name }} readOnly={readOnly} error={error} onChange={(contact) => void choose(contact)} />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
          <Select
            label="Erhält" allowDeselect={false} value={role} readOnly={readOnly} data={recipientRoles.map((each) => ({ value: each, label: recipientRoleLabels[each] }))}
            onChange={(value) => value && onChange({ role: value as RecipientRole, withhold: value !== 'original' })}
          />
          <Select label="Weg" allowDeselect={false} value={recipient.way} readOnly={readOnly} data={mailWays.map((way) => ({ value: way, label: mailWayLabels[way] }))} onChange={(way) => way && onChange({ way: way as LetterRecipient['way'] })} />
        </SimpleGrid>
        <Textarea label="Anschrift" autosize minRows={2} value={addressLines.join('\n')} readOnly={readOnly} onChange={({ currentTarget }) => onChange({ addressLines: currentTarget.value === '' ? [] : currentTarget.value.split('\n') })} />
        {role === 'original' && <TextInput label="Anrede" value={salutation} readOnly={readOnly} onChange={({ currentTarget }) => onChange({ salutation: currentTarget.value })} />}
        {problems.length > 0 && <Alert color="amber" variant="light" p="xs" icon={<IconAlertTriangle aria-hidden />}>{problems.join(' ')}</Alert>}
        <Textarea
          label={role === 'original' ? 'Zeile nur für diesen Empfänger' : 'Begleittext'} description="Steht über dem Betreff" autosize minRows={1} value={note} readOnly={readOnly}
          onChange={({ currentTarget }) => onChange({ note: currentTarget.value })}
        />
        {role !== 'original' && <Checkbox label="Passagen „Nicht in Abdrucken“ weglassen" checked={recipient.withhold} disabled={readOnly} onChange={({ currentTarget }) => onChange({ withhold: currentTarget.checked })} />}
        <Enclosures titles={enclosures} chosen={recipient.enclosures} readOnly={readOnly} onChange={(chosen) => onChange({ enclosures: chosen })} />
      </Stack>
    </div>
  )
}

/** All, some or none of the letter's enclosures. */
function Enclosures({ titles, chosen, readOnly, onChange }: { titles: readonly string[]; chosen: string[] | null; readOnly: boolean; onChange(chosen: string[] | null): void }): ReactNode {
  const present = titles.filter((title) => title.trim() !== '')
  if (present.length === 0) return null
  const has = (title: string): boolean => chosen === null || chosen.includes(title)
  const toggle = (title: string, on: boolean): void => {
    const next = present.filter((each) => (each === title ? on : has(each)))
    onChange(next.length === present.length ? null : next)
  }
  return (
    <Checkbox.Group label="Anlagen für diesen Empfänger" value={present.filter(has)} readOnly={readOnly}>
      <Stack gap={6} mt={4}>{present.map((title) => <Checkbox key={title} value={title} label={title} disabled={readOnly} onChange={({ currentTarget }) => toggle(title, currentTarget.checked)} />)}</Stack>
    </Checkbox.Group>
  )
}
