import { Button, Group, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { failureOf } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import classes from './Language.module.css'

/** The words that the office has added to the dictionary. */
export function DictionaryWords(): ReactNode {
  const words = useQuery(api.correspondence.language.words.queryOptions()).data ?? []
  const [word, setWord] = useState('')
  const add = useMutation({
    mutationFn: () => office.correspondence.language.addWord({ word }),
    onSuccess: ({ change }) => {
      showUndoNotice(`„${word.trim()}“ steht jetzt im Wörterbuch des Büros.`, 'office', change)
      setWord('')
    },
  })
  const failure = add.error ? failureOf(add.error) : null
  const remove = async ({ id, version, word: name }: { id: string; version: number; word: string }): Promise<void> => {
    try {
      const { change } = await office.correspondence.language.removeWord({ id, version })
      showUndoNotice(`„${name}“ ist aus dem Wörterbuch genommen.`, 'office', change)
    } catch (error) {
      showFailure(error)
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <>
      <Text size="sm" mb="sm">Diese Wörter gelten in allen Schreiben als richtig. Namen von Kontakten gelten von selbst als richtig und brauchen hier nicht zu stehen.</Text>
      <form onSubmit={submit} noValidate>
        <Group align="flex-end" gap="xs" mb="md">
          <TextInput
            flex={1} label="Wort" value={word} maxLength={80} error={failure && (failure.data.fields?.['word'] ?? failure.data.detail ?? 'Das Wort ließ sich nicht aufnehmen.')}
            onChange={(event) => setWord(event.currentTarget.value)}
          />
          <Button type="submit" loading={add.isPending}>Aufnehmen</Button>
        </Group>
      </form>
      {words.length === 0 ? <Text size="sm" c="dimmed">Noch kein eigenes Wort.</Text> : (
        <ul className={classes.list}>
          {words.map((each) => (
            <li key={each.id} className={classes.item}>
              <Group justify="space-between" wrap="nowrap">
                <Text size="sm">{each.word}</Text>
                <Button size="compact-sm" variant="default" aria-label={`${each.word} entfernen`} onClick={() => void remove(each)}>Entfernen</Button>
              </Group>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
