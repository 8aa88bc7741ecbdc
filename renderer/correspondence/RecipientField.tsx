import { Select, Text, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import type { LetterFields } from '../../shared/correspondence/letter.ts'
import { api } from '../app/office.ts'
import { showFailure } from '../ui/notices.tsx'
import { useDesk } from './useDesk.ts'

export interface RecipientFieldProps {
  recipientId: string | null
  recipientName: string
  readOnly: boolean
  /** Whether a new letter begins here. */
  starts: boolean
  onChoose(recipient: Pick<LetterFields, 'recipientId' | 'recipientName' | 'addressLines' | 'salutation' | 'way'>): void
  /** Somebody chose here and is still in this field. */
  onDone(): void
}

/** Whether each word that was typed stands in a title. */
function names(title: string, typed: string): boolean {
  const among = title.toLocaleLowerCase('de')
  return typed.toLocaleLowerCase('de').split(/\s+/u).every((word) => among.includes(word))
}

/** „Empfänger": finds a contact by words and takes address and salutation from it. Both can be changed by hand afterwards. */
export function RecipientField({ recipientId, recipientName, readOnly, starts, onChoose, onDone }: RecipientFieldProps): ReactNode {
  const { office } = useDesk()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(recipientName)
  const [query] = useDebouncedValue(typed, 150)
  const searching = query.trim().length > 1 && query !== recipientName
  const hits = useQuery({
    ...api.search.find.queryOptions({ input: { query, limit: 30 } }),
    enabled: searching,
    placeholderData: keepPreviousData,
  })
  const contacts = (searching ? (hits.data ?? []) : []).filter((hit) => hit.record.type === 'contact')
  // Until the answer to the last letter is there, Enter must not take somebody whom only the first letters found.
  const answered = query === typed && !hits.isPlaceholderData
  const found = answered ? contacts : contacts.filter((hit) => names(hit.title, typed))
  const subtitles = new Map(found.map((hit) => [hit.record.id, hit.subtitle]))
  const options = found.map((hit) => ({ value: hit.record.id, label: hit.title }))
  const current = recipientId ? [{ value: recipientId, label: recipientName }] : []

  const choose = async (id: string | null): Promise<void> => {
    if (id === null || id === recipientId) return
    try {
      onChoose(await office.recipient({ contactId: id }))
      if (document.activeElement === input.current) onDone()
    } catch (error) {
      showFailure(error)
    }
  }

  const renderOption: SelectProps['renderOption'] = ({ option }) => (
    <div>
      <Text size="sm">{option.label}</Text>
      <Text size="xs" c="dimmed">{subtitles.get(option.value)}</Text>
    </div>
  )

  return (
    <Select
      ref={input}
      data-letter-start={starts || undefined}
      label="Empfänger"
      description="Kontakt suchen; Anschrift und Anrede werden übernommen."
      placeholder="Name, Ort oder Stichwort"
      searchable
      openOnFocus={false}
      readOnly={readOnly}
      data={[...options, ...current.filter((option) => !subtitles.has(option.value))]}
      value={recipientId}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => void choose(id)}
      filter={({ options: all }) => all}
      renderOption={renderOption}
      nothingFoundMessage={typed === '' ? undefined : searching && hits.isSuccess ? 'Kein Kontakt gefunden' : 'Bitte mindestens zwei Buchstaben eingeben'}
      comboboxProps={{ keepMounted: false }}
      maxDropdownHeight={320}
    />
  )
}
