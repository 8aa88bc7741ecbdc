import { Center, Checkbox, Loader, Text, TextInput, Title } from '@mantine/core'
import { IconMail, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useCommand } from '../../app/commands.ts'
import { hidesData } from '../../app/failure.ts'
import { LetterDeskContext, type LetterView } from '../../app/letterDesk.ts'
import { api } from '../../app/office.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { CounsellingTabs } from '../CounsellingTabs.tsx'
import { ForCounsellors } from '../ForCounsellors.tsx'
import { listLayout } from '../layout.ts'
import headClasses from '../ListHead.module.css'
import classes from './Letters.module.css'
import { caseDesk } from './caseDesk.tsx'
import { LetterRow } from './LetterRow.tsx'

/** „Schreiben" of the counselling side: the register beside the letter. The router gives the view that every letter is written in. */
export function ClientLettersScreen({ Letter }: { Letter: LetterView }) {
  return <ForCounsellors><Letters Letter={Letter} /></ForCounsellors>
}

function Letters({ Letter }: { Letter: LetterView }) {
  const { id } = useSearch({ from: '/counselling/letters' })
  const navigate = useNavigate()
  const search = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState(false)
  const { data, error } = useQuery(api.counselling.letters.list.queryOptions({ input: { query, open }, placeholderData: keepPreviousData }))
  const show = (letter: string | undefined): void => void navigate({ to: '/counselling/letters', search: letter === undefined ? {} : { id: letter } })
  useCommand('find-here', () => search.current?.focus())

  const list = (
    <div className={headClasses.list}>
      <div className={headClasses.head}>
        <div className={headClasses.title}><Title order={1} size="h2">Beratung</Title></div>
        <CounsellingTabs current="letters" />
        <TextInput
          ref={search} type="search" aria-label="Schreiben durchsuchen" placeholder="Nummer, Fall, Empfänger, Stichwort" value={query} leftSection={<IconSearch size={17} aria-hidden />}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Checkbox label="nur noch nicht versandte" checked={open} onChange={(event) => setOpen(event.currentTarget.checked)} />
      </div>
      {error ? <FailureAlert error={error} /> : null}
      {data?.total === 0 && (query !== '' || open) && <Text px="md" c="dimmed" component="output">Kein solches Schreiben.</Text>}
      {data?.total === 0 && query === '' && !open && (
        <EmptyState icon={IconMail} title="Noch kein Schreiben aus der Beratung" text="Schreiben zu Ratsuchenden beginnen im Fall mit „Schreiben“ (F5). Sie liegen nur in der Beratungsdatenbank und haben eigene Nummern." />
      )}
      {data !== undefined && data.total > 0 && (
        <ul className={classes.letters} aria-label="Schreiben, das neueste zuerst">
          {data.letters.map((letter) => <LetterRow key={letter.id} letter={letter} current={letter.id === id} onOpen={() => show(letter.id)} />)}
        </ul>
      )}
    </div>
  )
  if (id === undefined) return list
  return <SplitView {...listLayout} list={list} recordSmallest={420} record={<OpenLetter key={id} id={id} Letter={Letter} onClose={() => show(undefined)} />} />
}

function OpenLetter({ id, Letter, onClose }: { id: string; Letter: LetterView; onClose(): void }) {
  const letter = useQuery(api.counselling.letterDesk.get.queryOptions({ input: id ? { id } : skipToken }))
  if (hidesData(letter.error, letter.data)) return <FailureAlert error={letter.error} retry={() => void letter.refetch()} />
  if (!letter.data) return <Center h="100%"><Loader aria-label="Schreiben wird geladen" /></Center>
  return <LetterDeskContext value={caseDesk}><div className={classes.record}><Letter letter={letter.data} onClose={onClose} /></div></LetterDeskContext>
}
