import { Button, Group, Text } from '@mantine/core'
import { IconEye, IconPlugConnectedX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { clockTime } from '../../shared/dates.ts'
import type { Viewing } from '../../shared/vault/desk/model.ts'
import { desktop } from '../app/office.ts'
import { useSession } from '../app/session.ts'
import { Personal } from '../ui/Personal.tsx'
import classes from './DeskNotices.module.css'
import { ReleaseRequest } from './ReleaseRequest.tsx'
import { useStanding } from './useStanding.ts'

/** Above every screen of the open office: that it is only looked at, that its folder is away, that somebody asks for it. */
export function DeskNotices() {
  const { viewing, demo } = useSession()
  const standing = useStanding(!demo)
  return (
    <div className={`${classes.banners} no-print`}>
      {viewing && <ViewingBanner viewing={viewing} freed={standing?.freed ?? false} />}
      {standing?.awaySince && (
        <Banner icon={<IconPlugConnectedX size={18} aria-hidden />} urgent>
          <Text size="sm">
            <strong>Die Verbindung zum Laufwerk ist seit {clockTime(new Date(standing.awaySince))} Uhr unterbrochen.</strong> Gespeichert ist
            alles bis zur letzten Bestätigung; was Sie eingeben, bleibt im Formular und wird gespeichert, sobald das Laufwerk wieder da ist.
            Lassen Sie das Fenster bitte geöffnet.
          </Text>
        </Banner>
      )}
      <ReleaseRequest requests={standing?.requests ?? []} />
    </div>
  )
}

function ViewingBanner({ viewing: { at, holder }, freed }: { viewing: Viewing; freed: boolean }) {
  return (
    <Banner icon={<IconEye size={18} aria-hidden />}>
      <Text size="sm">
        <strong>Nur ansehen</strong> – Stand von {momentWords(at)}
        {holder && (
          <>
            , geöffnet am Rechner „{holder.host}“ von <Personal>{holder.person || 'jemandem'}</Personal>
          </>
        )}
        . {freed ? 'Das Büro ist dort inzwischen geschlossen.' : 'Änderungen werden nicht gespeichert.'}
      </Text>
      <Button size="compact-sm" variant={freed ? 'filled' : 'default'} onClick={() => void desktop.lock()}>
        {freed ? 'Sperren und öffnen' : 'Ansehen beenden'}
      </Button>
    </Banner>
  )
}

function Banner({ icon, urgent = false, children }: { icon: ReactNode; urgent?: boolean; children: ReactNode }) {
  return (
    <Group className={classes.banner} data-looks data-urgent={urgent || undefined} role={urgent ? 'alert' : 'status'} gap="sm" wrap="nowrap">
      {icon}
      {children}
    </Group>
  )
}

function momentWords(iso: string): string {
  const at = new Date(iso)
  const time = `${clockTime(at)} Uhr`
  return at.toDateString() === new Date().toDateString() ? time : `${at.toLocaleDateString('de-DE')}, ${time}`
}
