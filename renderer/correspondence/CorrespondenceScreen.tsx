import { Button, Center, Group, Loader, Stack, Title } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useCommand } from '../app/commands.ts'
import { hidesData } from '../app/failure.ts'
import { api, office } from '../app/office.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { showFailure } from '../ui/notices.tsx'
import { SplitView } from '../ui/SplitView.tsx'
import { CorrespondenceTabs } from './CorrespondenceTabs.tsx'
import { LetterList } from './LetterList.tsx'
import { LetterRecord } from './LetterRecord.tsx'
import { NewLetterButton } from './NewLetterButton.tsx'
import classes from './CorrespondenceScreen.module.css'

/** „Schreiben": the register, and beside it the letter that was chosen or begun. */
export function CorrespondenceScreen(): ReactNode {
  const { id, to, new: fresh, template } = useSearch({ from: '/correspondence' })
  const navigate = useNavigate()
  const record = useRef<HTMLDivElement>(null)
  const [begun, setBegun] = useState('')
  const show = (letter: string | undefined, replace = false) =>
    navigate({ to: '/correspondence', search: letter === undefined ? {} : { id: letter }, replace })

  const begin = async (recipientId: string | null, replace = false, chosen?: string): Promise<void> => {
    try {
      const letter = await office.correspondence.create({ recipientId, ...(chosen === undefined ? {} : { template: chosen }) })
      setBegun(letter.id)
      await show(letter.id, replace)
    } catch (error) {
      showFailure(error)
    }
  }
  useCommand('new', () => void begin(null))
  useCommand('letter', () => void begin(null))

  // „Schreiben" in a contact leads here with the contact's id: one letter for each time it is asked for.
  const wanted = to ?? (fresh ? '' : null)
  const asked = useRef<string | null>(null)
  useEffect(() => {
    if (wanted !== null && asked.current !== wanted) void begin(wanted || null, true, template)
    asked.current = wanted
  })

  const register = (
    <div className={classes.register}>
      <Stack className={classes.head} gap={10}>
        <Group justify="space-between" wrap="nowrap">
          <Title order={1} size="h3">Schreiben</Title>
          <NewLetterButton onBegin={(chosen) => void begin(null, false, chosen)} />
        </Group>
        <CorrespondenceTabs current="letters" />
      </Stack>
      <LetterList
        current={id ?? null}
        onCurrent={(letter) => void show(letter)}
        onOpen={() => record.current?.querySelector<HTMLElement>('input, textarea')?.focus()}
        empty={
          <EmptyState
            icon={IconFileText}
            title="Noch kein Schreiben"
            text="Hier entstehen Briefe nach DIN 5008 mit dem Briefkopf des Büros. Jeder Brief bekommt eine Nummer und bleibt im Register."
            steps={<Button variant="default" component={Link} {...({ to: '/settings', search: { section: 'letterhead' } } as object)}>Briefkopf einrichten</Button>}
          />
        }
      />
    </div>
  )
  if (id === undefined) return register
  return (
    <SplitView
      name="correspondence.list" list={register} initial={330} recordSmallest={420}
      record={<div key={id} ref={record} className={classes.record}><OpenLetter id={id} begun={begun === id} onClose={() => void show(undefined)} /></div>}
    />
  )
}

/** @param props.begun whether it was begun just now: then whoever began it goes on in its form */
function OpenLetter({ id, begun, onClose }: { id: string; begun: boolean; onClose(): void }): ReactNode {
  const letter = useQuery(api.correspondence.get.queryOptions({ input: id ? { id } : skipToken }))
  const loaded = letter.data !== undefined
  const record = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (begun && loaded) record.current?.querySelector<HTMLElement>('[data-letter-start]')?.focus()
  }, [begun, loaded])
  if (hidesData(letter.error, letter.data)) return <FailureAlert error={letter.error} retry={() => void letter.refetch()} />
  if (!letter.data) return <Center h="100%"><Loader aria-label="Schreiben wird geladen" /></Center>
  return <div ref={record} className={classes.record}><LetterRecord letter={letter.data} onClose={onClose} /></div>
}
