import { Alert, Button, Checkbox, Group, Text, Title } from '@mantine/core'
import { IconFileText, IconGavel, IconPlayerPlay } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { directiveKindLabels, doneMark, type DirectiveItem } from '../../../shared/correspondence/directives/model.ts'
import type { Letter } from '../../../shared/correspondence/letter.ts'
import { isoDay } from '../../../shared/dates.ts'
import { api, office } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import parts from '../parts.module.css'
import { DueBadge } from '../../ui/DueBadge.tsx'
import { useLetterKind } from '../useLetterKind.ts'
import { CarryOut } from './CarryOut.tsx'
import classes from './Directive.module.css'

/** The items of a Verfügung with their states; before it is carried out, the step that does it. Nothing for any other letter. */
export function Directive({ letter }: { letter: Letter }): ReactNode {
  const isDirective = useLetterKind(letter.template) === 'verfuegung'
  const { data: items } = useQuery(api.correspondence.directives.of.queryOptions({ input: isDirective ? { letterId: letter.id } : skipToken }))
  const [carrying, setCarrying] = useState(false)
  if (!isDirective || !items || letter.trashed) return null
  if (items.length === 0) {
    return (
      <Group gap="sm">
        <Button size="compact-sm" leftSection={<IconPlayerPlay size={15} aria-hidden />} onClick={() => setCarrying(true)}>Verfügung ausführen …</Button>
        <Text size="sm" c="dimmed">legt Schreiben, Aufgaben, Wiedervorlage und Ablage in einem Schritt an</Text>
        {carrying && <CarryOut letter={letter} onClose={() => setCarrying(false)} />}
      </Group>
    )
  }
  const open = items.filter(({ doneOn }) => doneOn === null).length
  return (
    <section className={parts.section} aria-label="Punkte der Verfügung">
      <Group gap="xs"><IconGavel size={17} aria-hidden /><Title order={3} size="h4">Punkte der Verfügung</Title><Text size="sm" c="dimmed">{open === 0 ? 'alle erledigt' : `${open} offen`}</Text></Group>
      {open === 0 && <Alert color="petrol" p="xs">Alle Punkte sind erledigt.</Alert>}
      <ol className={classes.items}>{items.map((item, index) => <Item key={item.id} item={item} number={index + 1} />)}</ol>
    </section>
  )
}

function Item({ item, number }: { item: DirectiveItem; number: number }): ReactNode {
  const { id, kind, text, name, dueOn, doneOn, resultLetterId, remark } = item
  const tick = async (done: boolean): Promise<void> => {
    try {
      const { change } = await office.correspondence.directives.setDone({ item: id, done })
      showUndoNotice(done ? 'Erledigt' : 'Wieder offen', 'office', change)
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <li className={classes.item}>
      <Checkbox aria-label={`${number}. ${text}: erledigt`} checked={doneOn !== null} onChange={(event) => void tick(event.currentTarget.checked)} />
      <Text size="sm" fw={600}>{number}.</Text>
      <div className={parts.grow}>
        <Text size="sm">{text}</Text>
        <Text size="xs" c="dimmed">{directiveKindLabels[kind]}{name === '' ? '' : <> · <Personal>{name}</Personal></>}{remark === '' ? '' : ` · ${remark}`}</Text>
      </div>
      {resultLetterId !== null && <Button size="compact-xs" variant="default" leftSection={<IconFileText size={13} aria-hidden />} onClick={() => openRecord({ type: 'letter', id: resultLetterId })}>Schreiben öffnen</Button>}
      {doneOn === null ? dueOn !== null && <DueBadge day={dueOn} today={isoDay(new Date())} label={kind === 'follow-up' ? 'Wv.' : ''} /> : <Text size="xs" fw={600}>{doneMark(item)}</Text>}
    </li>
  )
}
