import { Button, Group, Loader, Title } from '@mantine/core'
import { IconPlus, IconTextPlus } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCommand } from '../../app/commands.ts'
import { hidesData } from '../../app/failure.ts'
import { office } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure } from '../../ui/notices.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { CorrespondenceTabs } from '../CorrespondenceTabs.tsx'
import { BlockList } from './BlockList.tsx'
import { BlockRecord } from './BlockRecord.tsx'
import classes from './Blocks.module.css'
import { newBlock } from './newBlock.ts'
import { useBlockList } from './useBlockList.ts'

/** „Textbausteine": the list, and the one that is open. Which one stands in the route: `?id=…`. */
export function BlocksScreen(): ReactNode {
  const { id = null } = useSearch({ from: '/correspondence/blocks' })
  const navigate = useNavigate()
  const { person } = useSession()
  const { indexed, error, refetch } = useBlockList()
  const open = (block: string | null): void => void navigate({ to: '/correspondence/blocks', search: block === null ? {} : { id: block } })
  const begin = async (): Promise<void> => {
    try {
      open((await office.correspondence.blocks.create(newBlock(person))).id)
    } catch (failure) {
      showFailure(failure)
    }
  }
  useCommand('new', () => void begin())
  const list = (
    <div className={classes.side}>
      <div className={classes.head}>
        <Group justify="space-between" wrap="nowrap">
          <Title order={1} size="h3">Schreiben</Title>
          <Button size="sm" leftSection={<IconPlus size={17} aria-hidden />} onClick={() => void begin()}>Neuer Textbaustein</Button>
        </Group>
        <CorrespondenceTabs current="blocks" />
      </div>
      {hidesData(error, indexed) ? <FailureAlert error={error} retry={refetch} /> : null}
      {indexed ? <BlockList indexed={indexed} current={id} onOpen={open} /> : <Loader m="md" size="sm" aria-label="Textbausteine werden geladen" />}
    </div>
  )
  return (
    <SplitView
      name="correspondence.blocks" initial={330} smallest={250} recordSmallest={420} list={list}
      record={id === null
        ? (
          <EmptyState
            icon={IconTextPlus} title="Texte, die immer wieder gebraucht werden"
            text="Beim Schreiben öffnet // die Liste an der Stelle, an der Sie stehen. Teile eines Textbausteins lassen sich neben dem Entwurf an- und abwählen."
            steps={<Button variant="default" onClick={() => void begin()}>Textbaustein schreiben</Button>}
          />
        )
        : <BlockRecord key={id} id={id} onClosed={() => open(null)} />}
    />
  )
}
