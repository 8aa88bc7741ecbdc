import { IconShieldLock } from '@tabler/icons-react'
import { Group } from '@mantine/core'
import { useEffect, useState } from 'react'
import { isoWeek, longDate } from '../../shared/dates.ts'
import { BackupAge } from '../backup/BackupAge.tsx'
import { useSession } from './session.ts'
import classes from './Shell.module.css'

const refreshMilliseconds = 60_000

/** Standing facts: the vault is local and encrypted, demo or not, how old the last backup is, today's date with its week. */
export function StatusBar({ visitor }: { visitor: boolean }) {
  const { demo } = useSession()
  const [today, setToday] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setToday(new Date()), refreshMilliseconds)
    return () => clearInterval(timer)
  }, [])
  return (
    <footer className={`${classes.foot} no-print`}>
      <Group gap={6} wrap="nowrap">
        <IconShieldLock size={15} aria-hidden />
        <span>
          {demo ? 'Musterbüro: alle Angaben sind erfunden' : 'Tresor verschlüsselt, keine Netzverbindung'}
          {visitor ? ' · Publikumsmodus: Namen unkenntlich' : ''}
        </span>
      </Group>
      <BackupAge />
      <span>
        {longDate(today)} · KW {isoWeek(today)}
      </span>
    </footer>
  )
}
