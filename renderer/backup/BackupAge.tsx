import { Anchor } from '@mantine/core'
import { IconAlertTriangle, IconDatabaseExport } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { BackupStand } from '../../shared/backup/model.ts'
import { isOld } from '../../shared/backup/rules.ts'
import { ageWords } from '../../shared/backup/words.ts'
import { useCommand } from '../app/commands.ts'
import { useSession } from '../app/session.ts'
import { showNotice } from '../ui/notices.tsx'
import classes from './BackupAge.module.css'
import { useBackUp, useBackupStand } from './useBackups.ts'

/** In the status bar: how old the last backup and its copy at the second place are, and a warning when that is too old. */
export function BackupAge() {
  const stand = useBackupStand()
  const { demo } = useSession()
  const backUp = useBackUp()
  useCommand('back-up', () => {
    if (!stand?.running) void backUp().then((begun) => begun && showNotice('Das Büro wird gesichert. Sie können weiterarbeiten; unten in der Statuszeile steht, wie weit es ist.'))
  })
  if (!stand) return null
  const now = new Date()
  // The demo office is gone when it is closed; nobody needs to worry about it.
  const warned = !demo && !stand.running && (isOld(stand.lastAt, now) || stand.failure !== null || (stand.second !== null && (stand.second.failure !== null || isOld(stand.second.lastAt, now))))
  return (
    <Anchor className={classes.age} data-warned={warned || undefined} {...({ component: Link, to: '/settings', search: { section: 'backup' } } as object)}>
      {warned ? <IconAlertTriangle size={15} aria-hidden /> : <IconDatabaseExport size={15} aria-hidden />}
      <span className={classes.text}>{warned && <span className={classes.warning}>Achtung: </span>}{words(stand, now)}</span>
    </Anchor>
  )
}

function words(stand: BackupStand, now: Date): string {
  if (stand.running) return `Sicherung läuft${share(stand.running)}`
  const own = stand.lastAt === null ? 'Noch keine Sicherung' : `Sicherung ${ageWords(stand.lastAt, now)}`
  const failed = stand.failure ? ', letzte fehlgeschlagen' : ''
  if (!stand.second) return own + failed
  const second = stand.second.failure?.kind === 'not-reachable' ? 'nicht erreichbar' : stand.second.failure ? 'fehlgeschlagen' : stand.second.lastAt === null ? 'noch nicht' : ageWords(stand.second.lastAt, now)
  return `${own}${failed} · zweiter Ort: ${second}`
}

function share({ done, total }: NonNullable<BackupStand['running']>): string {
  return total > 0 ? `, ${Math.min(100, Math.floor((100 * done) / total))} %` : ''
}
