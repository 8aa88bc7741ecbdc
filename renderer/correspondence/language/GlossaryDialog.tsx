import { Button, Group, Modal, Tabs, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { GlossaryFields, OwnTerm } from '../../../shared/correspondence/language/contract.ts'
import { glossaryDate } from '../../../shared/correspondence/language/glossary.ts'
import { failureOf } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { DictionaryWords } from './DictionaryWords.tsx'
import classes from './Language.module.css'

const empty: GlossaryFields = { term: '', explanation: '', plain: '' }

/** What the office has added of its own: terms with explanations, and words that are spelt right. */
export function GlossaryDialog({ onClose }: { onClose(): void }): ReactNode {
  return (
    <Modal opened onClose={onClose} title="Glossar und Wörterbuch des Büros" size="lg" closeButtonProps={{ 'aria-label': 'Schließen' }}>
      <Tabs defaultValue="terms">
        <Tabs.List mb="md">
          <Tabs.Tab value="terms">Begriffe</Tabs.Tab>
          <Tabs.Tab value="words">Wörterbuch</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="terms"><Terms /></Tabs.Panel>
        <Tabs.Panel value="words"><DictionaryWords /></Tabs.Panel>
      </Tabs>
    </Modal>
  )
}

function Terms(): ReactNode {
  const terms = useQuery(api.correspondence.language.terms.queryOptions()).data ?? []
  const [fields, setFields] = useState(empty)
  const [editing, setEditing] = useState<OwnTerm | null>(null)
  const save = useMutation({
    mutationFn: () => (editing
      ? office.correspondence.language.updateTerm({ id: editing.id, version: editing.version, fields })
      : office.correspondence.language.addTerm(fields)),
    onSuccess: ({ change }) => {
      showUndoNotice(`„${fields.term.trim()}“ steht im Glossar des Büros.`, 'office', change)
      begin(null)
    },
  })
  const errors = save.error ? failureOf(save.error) : null
  const begin = (term: OwnTerm | null): void => {
    save.reset()
    setEditing(term)
    setFields(term ? { term: term.term, explanation: term.explanation, plain: term.plain } : empty)
  }
  const remove = async ({ id, version, term }: OwnTerm): Promise<void> => {
    try {
      const { change } = await office.correspondence.language.removeTerm({ id, version })
      showUndoNotice(`„${term}“ ist aus dem Glossar genommen.`, 'office', change)
    } catch (error) {
      showFailure(error)
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate()
  }
  const field = (name: keyof GlossaryFields) => ({
    value: fields[name], error: errors?.data.fields?.[name] ?? errors?.data.fields?.[`fields.${name}`],
    onChange: (event: { currentTarget: { value: string } }) => setFields({ ...fields, [name]: event.currentTarget.value }),
  })

  return (
    <>
      <Text size="sm" mb="sm">Was hier steht, gilt vor den mitgelieferten Erklärungen (Stand {glossaryDate.split('-').toReversed().join('.')}).</Text>
      <form onSubmit={submit} noValidate>
        <TextInput label="Begriff" mb="xs" maxLength={80} data-autofocus {...field('term')} />
        <Textarea label="Erklärung in einfachen Worten" description="So, dass sie auch in Klammern im Satz stehen kann, ohne Punkt am Ende." mb="xs" autosize minRows={2} maxLength={300} {...field('explanation')} />
        <TextInput label="Einfaches Wort statt des Begriffs (wenn es eines gibt)" mb="sm" maxLength={80} {...field('plain')} />
        {errors && !errors.data.fields && <Text size="sm" c="red" mb="xs" role="alert">{errors.data.detail ?? 'Der Begriff ließ sich nicht speichern. Ihre Eingabe steht noch hier.'}</Text>}
        <Group gap="xs" mb="md">
          <Button type="submit" size="sm" loading={save.isPending}>{editing ? 'Änderung speichern' : 'Aufnehmen'}</Button>
          {editing && <Button size="sm" variant="default" onClick={() => begin(null)}>Abbrechen</Button>}
        </Group>
      </form>
      {terms.length === 0 ? <Text size="sm" c="dimmed">Noch kein eigener Begriff.</Text> : (
        <ul className={classes.list}>
          {terms.map((term) => (
            <li key={term.id} className={classes.item}>
              <Group justify="space-between" wrap="nowrap" align="flex-start">
                <div>
                  <Text size="sm" fw={600}>{term.term}</Text>
                  <p className={classes.words}>{term.explanation}{term.plain === '' ? '' : ` · einfacher: ${term.plain}`}</p>
                </div>
                <Group gap={6} wrap="nowrap">
                  <Button size="compact-sm" variant="default" aria-label={`${term.term} ändern`} onClick={() => begin(term)}>Ändern</Button>
                  <Button size="compact-sm" variant="default" aria-label={`${term.term} entfernen`} onClick={() => void remove(term)}>Entfernen</Button>
                </Group>
              </Group>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
