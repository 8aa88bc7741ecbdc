import { ActionIcon, Avatar, Group, Kbd, Text, TextInput, Tooltip } from '@mantine/core'
import { IconEyeOff, IconLock, IconSearch, IconUsersGroup } from '@tabler/icons-react'
import { ROLE_LABELS } from '../../shared/vault/roles.ts'
import { keysOf } from '../../shared/shortcuts.ts'
import { runCommand } from './commands.ts'
import { desktop } from './office.ts'
import { useSession } from './session.ts'
import classes from './Shell.module.css'

/** Search, visitor mode, lock, and who is at work. */
export function TopBar({ visitor, onVisitor }: { visitor: boolean; onVisitor: () => void }) {
  const { person, canSee } = useSession()
  return (
    <header className={`${classes.bar} no-print`}>
      <TextInput
        className={classes.search}
        aria-label="Suchen oder Befehl eingeben"
        placeholder="Suchen oder Befehl eingeben"
        leftSection={<IconSearch size={17} aria-hidden />}
        rightSection={<Kbd size="xs">{keysOf('search')}</Kbd>}
        rightSectionWidth={70}
        readOnly
        onClick={() => runCommand('search')}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key.length !== 1) return
          event.preventDefault()
          runCommand('search')
        }}
      />
      <Group gap={8} wrap="nowrap">
        <Tooltip label={`Publikumsmodus: Namen unkenntlich (${keysOf('visitor-mode')})`}>
          <ActionIcon
            variant={visitor ? 'filled' : 'subtle'}
            color={visitor ? 'amber' : 'gray'}
            size="lg"
            aria-label="Publikumsmodus"
            aria-pressed={visitor}
            onClick={onVisitor}
          >
            {visitor ? <IconUsersGroup size={19} aria-hidden /> : <IconEyeOff size={19} aria-hidden />}
          </ActionIcon>
        </Tooltip>
        <Tooltip label={`Büro sperren (${keysOf('lock')})`}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Büro sperren" onClick={() => void desktop.lock()}>
            <IconLock size={19} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Avatar name={person.name} color="petrol" radius="xl" size={32} aria-hidden />
        <div style={{ lineHeight: 1.15, minWidth: 0 }}>
          <Text size="sm" fw={600} truncate maw={180}>
            {person.name}
          </Text>
          <Text size="xs" c="dimmed">
            {ROLE_LABELS[person.role]} · {canSee('counselling') ? 'alle Bereiche' : 'ohne Beratung'}
          </Text>
        </div>
      </Group>
    </header>
  )
}
