import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core'
import { IconDots, IconPencil, IconPlus, IconPrinter, IconShieldOff, IconTrash, IconWritingSign } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { releaseState, releaseWayLabels, type Release } from '../../../shared/counselling/releases/model.ts'
import { germanDate } from '../../../shared/dates.ts'
import { api, office } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { Section } from '../person/Section.tsx'
import { useToday } from '../useToday.ts'
import { FormPaper } from './PaperDialogs.tsx'
import classes from './Referrals.module.css'
import { ReleaseDialog, RevokeDialog, SignDialog } from './ReleaseDialogs.tsx'
import { ReleaseBadge } from './StateBadge.tsx'

/** Releases from secrecy of a case: prepared, printed, signed, withdrawn. */
export function ReleasesSection({ caseId, language, named }: { caseId: string; language: string | null; named: boolean }) {
  const { data, error } = useQuery(api.counselling.releases.ofCase.queryOptions({ input: { caseId } }))
  const [entering, setEntering] = useState(false)
  return (
    <Section
      title="Entbindungen von der Schweigepflicht"
      action={<Button size="compact-sm" variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setEntering(true)}>Entbindung</Button>}
    >
      {error && <FailureAlert error={error} />}
      {data?.length === 0 && <Text size="sm" c="dimmed">Wer Namen oder Angaben an eine andere Stelle gibt, braucht dafür eine Entbindung: wer wem was wofür bis wann. Sie lässt sich zweisprachig drucken und jederzeit widerrufen.</Text>}
      {data && data.length > 0 && (
        <ul className={classes.list} aria-label="Entbindungen von der Schweigepflicht">
          {data.map((release) => <ReleaseRow key={release.id} release={release} language={language} named={named} />)}
        </ul>
      )}
      {entering && <ReleaseDialog caseId={caseId} language={language} current={null} onClose={() => setEntering(false)} />}
    </Section>
  )
}

function ReleaseRow({ release, language, named }: { release: Release; language: string | null; named: boolean }) {
  const { id, version, name, information, purpose, until, mutual, signing, revocation } = release
  const today = useToday()
  const [dialog, setDialog] = useState<'print' | 'sign' | 'edit' | 'revoke' | null>(null)
  const close = (): void => setDialog(null)
  const state = releaseState(release, today)
  const remove = async (): Promise<void> => {
    try {
      const { change } = await office.counselling.releases.remove({ id, version })
      showUndoNotice('Die Entbindung liegt im Papierkorb.', 'counselling', change)
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <li className={classes.entry}>
      <div>
        <Text size="sm" fw={600}><Personal>{name}</Personal></Text>
        <Text size="sm"><Personal current>{information}</Personal> · {purpose}</Text>
        <Text size="sm" c="dimmed">
          {[
            `bis ${germanDate(until)}`, mutual ? 'mit Rückauskunft' : 'ohne Rückauskunft', signing === null ? '' : `erteilt am ${germanDate(signing.on)}, ${releaseWayLabels[signing.way]}`,
            revocation === null ? '' : `widerrufen am ${germanDate(revocation.on)}`,
          ].filter(Boolean).join(' · ')}
        </Text>
        <Group gap={6} mt={4}><ReleaseBadge release={release} today={today} /></Group>
      </div>
      <Button.Group>
        {signing === null && <Button size="compact-sm" variant="default" leftSection={<IconWritingSign size={16} aria-hidden />} onClick={() => setDialog('sign')}>Erteilt</Button>}
        {state === 'valid' && <Button size="compact-sm" variant="default" leftSection={<IconShieldOff size={16} aria-hidden />} onClick={() => setDialog('revoke')}>Widerrufen</Button>}
        <Button size="compact-sm" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => setDialog('print')}>Blatt</Button>
        <Menu position="bottom-end">
          <Menu.Target><ActionIcon variant="default" size={26} aria-label={`Mehr zur Entbindung gegenüber ${name}`}><IconDots size={17} aria-hidden /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} disabled={signing !== null} onClick={() => setDialog('edit')}>Ändern …</Menu.Item>
            <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void remove()}>In den Papierkorb</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
      {dialog === 'print' && <FormPaper release={release} named={named} onClose={close} />}
      {dialog === 'sign' && <SignDialog release={release} onClose={close} />}
      {dialog === 'revoke' && <RevokeDialog release={release} onClose={close} />}
      {dialog === 'edit' && <ReleaseDialog caseId={release.caseId} language={language} current={release} onClose={close} />}
    </li>
  )
}
