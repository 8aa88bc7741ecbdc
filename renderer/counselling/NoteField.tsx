import { Button, Group, Menu, Textarea, TextInput } from '@mantine/core'
import { IconDeviceFloppy, IconTemplate, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { suppliedTemplates, type NoteTemplate } from '../../shared/counselling/templates/contract.ts'
import { failureOf } from '../app/failure.ts'
import { api, office } from '../app/office.ts'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'

/** The note of a consultation. A template is put in by the button or by typing `//`; a text can be kept as one. */
export function NoteField({ value, error, onChange }: { value: string; error: string | undefined; onChange(value: string): void }) {
  const { data: own = [] } = useQuery(api.counselling.templates.list.queryOptions())
  const field = useRef<HTMLTextAreaElement>(null)
  /** Where the template goes, and whether the two signs before it go. */
  const [menu, setMenu] = useState<{ at: number; signs: number } | null>(null)
  const [naming, setNaming] = useState(false)

  const put = (text: string): void => {
    const { at, signs } = menu ?? { at: value.length, signs: 0 }
    const before = value.slice(0, at - signs)
    onChange(`${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${text}${value.slice(at)}`)
    setMenu(null)
  }
  const remove = async ({ id, version, name }: NoteTemplate): Promise<void> => {
    try {
      const { change } = await office.counselling.templates.remove({ id, version })
      showUndoNotice(`Vorlage „${name}“ gelöscht.`, 'counselling', change)
    } catch (failure) {
      showFailure(failure)
    }
  }
  return (
    <div>
      <Textarea
        ref={field} label="Notiz" autosize minRows={4} maxRows={20} value={value} error={error} description="Mit // oder über „Vorlage“ eine Gliederung einsetzen."
        placeholder="Tatsachen und nächste Schritte; keine echten Namen nötig" inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => {
          const { value: typed, selectionStart } = event.currentTarget
          onChange(typed)
          const start = typed.slice(0, selectionStart)
          if (typed.length > value.length && /(?:^|\s)\/\/$/u.test(start)) setMenu({ at: selectionStart, signs: 2 })
        }}
      />
      <Group gap="xs" mt={6}>
        <Menu opened={menu !== null} onChange={(opened) => !opened && setMenu(null)} onClose={() => field.current?.focus()} position="bottom-start" withinPortal>
          <Menu.Target>
            <Button size="compact-sm" variant="default" leftSection={<IconTemplate size={15} aria-hidden />} onClick={() => setMenu({ at: field.current?.selectionStart ?? value.length, signs: 0 })}>
              Vorlage
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={260} style={{ overflowY: 'auto' }}>
            {suppliedTemplates.map(({ id, name, text }) => <Menu.Item key={id} onClick={() => put(text)}>{name}</Menu.Item>)}
            {own.length > 0 && <Menu.Label>Eigene Vorlagen</Menu.Label>}
            {own.map((template) => <Menu.Item key={template.id} onClick={() => put(template.text)}>{template.name}</Menu.Item>)}
            {own.length > 0 && <Menu.Divider />}
            {own.map((template) => (
              <Menu.Item key={template.id} leftSection={<IconTrash size={14} aria-hidden />} onClick={() => void remove(template)}>„{template.name}“ löschen</Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        {value.trim() !== '' && !naming && (
          <Button size="compact-sm" variant="subtle" leftSection={<IconDeviceFloppy size={15} aria-hidden />} onClick={() => setNaming(true)}>Als Vorlage sichern</Button>
        )}
        {naming && <NameTemplate text={value} onDone={() => setNaming(false)} />}
      </Group>
    </div>
  )
}

function NameTemplate({ text, onDone }: { text: string; onDone(): void }) {
  const [name, setName] = useState('')
  const [error, setError] = useState<string | null>(null)
  const save = async (): Promise<void> => {
    try {
      const { change } = await office.counselling.templates.create({ name, text })
      showUndoNotice(`Vorlage „${name}“ gesichert. Alle, die beraten, sehen sie.`, 'counselling', change)
      onDone()
    } catch (failure) {
      const { code, data } = failureOf(failure)
      if (code === 'invalid') setError(data.fields?.name ?? 'Bitte einen Namen angeben.')
      else showFailure(failure)
    }
  }
  return (
    <Group gap={6} align="flex-start">
      <TextInput
        size="xs" aria-label="Name der Vorlage" placeholder="Name der Vorlage" maxLength={80} value={name} error={error} onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          void save()
        }}
      />
      <Button size="compact-sm" onClick={() => void save()}>Sichern</Button>
      <Button size="compact-sm" variant="default" onClick={onDone}>Abbrechen</Button>
    </Group>
  )
}
