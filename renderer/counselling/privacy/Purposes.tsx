import { Alert, Button, Group, List, Select, Stack, Text, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconListCheck, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { endedSince, restsOnConsent, type CasePurpose } from '../../../shared/counselling/privacy/model.ts'
import { privacyLabel, privacyOptions } from '../../../shared/counselling/privacy/rules.ts'
import { releaseStateText } from '../../../shared/counselling/releases/model.ts'
import { germanDate } from '../../../shared/dates.ts'
import { api, office } from '../../app/office.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { useToday } from '../useToday.ts'
import { act } from './act.ts'
import classes from './Privacy.module.css'

/** Purposes with their legal bases; a consent is revoked with one click, and what follows from it is said. */
export function Purposes({ caseId, purposes }: { caseId: string; purposes: CasePurpose[] }) {
  const today = useToday()
  const [adding, setAdding] = useState(false)
  const [consequences, setConsequences] = useState<string[]>([])
  const { data: releases = [] } = useQuery(api.counselling.releases.ofCase.queryOptions({ input: { caseId } }))
  const revoke = (id: string): Promise<boolean> => act(async () => {
    const done = await office.counselling.privacy.revoke({ caseId, id, on: today })
    setConsequences(done.consequences)
    return done
  }, 'Einwilligung widerrufen')
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>Zwecke und Einwilligungen</Text>
        <Button size="compact-sm" variant="light" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setAdding(true)}>Zweck</Button>
      </Group>
      {purposes.length === 0 && <Text size="sm" c="dimmed">Noch keiner eingetragen. Beratung ist eine öffentliche Aufgabe; eine Einwilligung braucht nur, was wirklich freiwillig ist.</Text>}
      <ul className={classes.lines} aria-label="Zwecke">
        {purposes.map((purpose) => {
          const ended = endedSince(purpose, today)
          return (
            <li key={purpose.id} className={classes.line}>
              <Stack gap={0}>
                <Text size="sm">{privacyLabel('purposes', purpose.purpose)} – {privacyLabel('legalBases', purpose.legalBasis)}{purpose.specialBasis === '' ? '' : `; ${privacyLabel('specialBases', purpose.specialBasis)}`}</Text>
                <Text size="xs" c="dimmed">{consentText(purpose)}</Text>
                {ended !== null && <Text size="xs" c="var(--mantine-color-error)">gilt nicht mehr seit {germanDate(ended)}</Text>}
              </Stack>
              <Group gap={4}>
                {restsOnConsent(purpose) && purpose.revokedOn === null && <Button size="compact-sm" variant="default" onClick={() => void revoke(purpose.id)}>Widerrufen</Button>}
                <Button size="compact-sm" variant="subtle" onClick={() => void act(() => office.counselling.privacy.removePurpose({ caseId, id: purpose.id }), 'Zweck entfernt')}>Entfernen</Button>
              </Group>
            </li>
          )
        })}
        {releases.filter(({ trashed }) => !trashed).map((release) => (
          <li key={release.id} className={classes.line}>
            <Stack gap={0}>
              <Text size="sm">Entbindung von der Schweigepflicht – <Personal>{release.name}</Personal>: {releaseStateText(release, today).text}</Text>
              <Text size="xs" c="dimmed">gilt bis {germanDate(release.until)}, Fassung {release.textVersion}; geändert und widerrufen unter „Unterlagen“</Text>
            </Stack>
          </li>
        ))}
      </ul>
      {consequences.length > 0 && (
        <Alert color="amber" withCloseButton closeButtonLabel="Schließen" onClose={() => setConsequences([])} icon={<IconListCheck aria-hidden />} title="Was jetzt folgt">
          <List size="sm">{consequences.map((line) => <List.Item key={line}>{line}</List.Item>)}</List>
        </Alert>
      )}
      {adding && <PurposeDialog caseId={caseId} onClose={() => setAdding(false)} />}
    </Stack>
  )
}

function PurposeDialog({ caseId, onClose }: { caseId: string; onClose(): void }) {
  const today = useToday()
  const [fields, setFields] = useState<CasePurpose>(() => ({
    id: crypto.randomUUID(), purpose: 'counselling', legalBasis: 'public-task', specialBasis: '', specialReason: '', consentVersion: '', consentOn: null, consentWay: '', consentScope: '', consentUntil: null, revokedOn: null, revokedWay: '',
  }))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const set = (patch: Partial<CasePurpose>): void => setFields((before) => ({ ...before, ...patch }))
  const consent = restsOnConsent(fields)
  const save = async (): Promise<void> => {
    setErrors({})
    if (await act(() => office.counselling.privacy.savePurpose({ caseId, purpose: fields }), 'Zweck eingetragen', setErrors)) onClose()
  }
  return (
    <DecisionDialog title="Zweck eintragen" confirm="Eintragen" onConfirm={() => void save()} onClose={onClose}>
      <Stack gap="sm">
        <Select label="Zweck" data-autofocus allowDeselect={false} data={privacyOptions('purposes', today)} value={fields.purpose} onChange={(value) => set({ purpose: value ?? fields.purpose })} />
        <Select label="Rechtsgrundlage" allowDeselect={false} data={privacyOptions('legalBases', today)} value={fields.legalBasis} onChange={(value) => set({ legalBasis: value ?? fields.legalBasis })} />
        <Select label="Besondere Kategorien (Gesundheit, Religion, Herkunft …)" placeholder="keine" clearable data={privacyOptions('specialBases', today)} value={fields.specialBasis || null} onChange={(value) => set({ specialBasis: value ?? '' })} />
        {fields.specialBasis !== '' && <TextInput label="Wozu sie nötig sind" maxLength={500} value={fields.specialReason} error={errors.specialReason} onChange={(event) => set({ specialReason: event.currentTarget.value })} />}
        {consent && (
          <>
            <Group grow gap="sm" align="flex-start">
              <TextInput label="Fassung des Textes" placeholder="zum Beispiel Vordruck 2026/1" maxLength={120} value={fields.consentVersion} error={errors.consentVersion} onChange={(event) => set({ consentVersion: event.currentTarget.value })} />
              <Select label="Form" clearable data={privacyOptions('consentWays', today)} value={fields.consentWay || null} onChange={(value) => set({ consentWay: value ?? '' })} />
            </Group>
            <Group grow gap="sm" align="flex-start">
              <DateInput label="Einwilligung vom" valueFormat="DD.MM.YYYY" maxDate={today} clearable value={fields.consentOn} error={errors.consentOn} onChange={(value) => set({ consentOn: value })} />
              <DateInput label="gilt bis (freiwillig)" valueFormat="DD.MM.YYYY" clearable value={fields.consentUntil} error={errors.consentUntil} onChange={(value) => set({ consentUntil: value })} />
            </Group>
            <TextInput label="Umfang" placeholder="wer, an wen, was" maxLength={1000} value={fields.consentScope} onChange={(event) => set({ consentScope: event.currentTarget.value })} />
          </>
        )}
      </Stack>
    </DecisionDialog>
  )
}

function consentText(purpose: CasePurpose): string {
  if (purpose.consentOn === null) return purpose.specialReason
  return [
    `Einwilligung vom ${germanDate(purpose.consentOn)}`, purpose.consentVersion && `Fassung ${purpose.consentVersion}`, purpose.consentWay && privacyLabel('consentWays', purpose.consentWay),
    purpose.consentUntil && `bis ${germanDate(purpose.consentUntil)}`, purpose.consentScope, purpose.specialReason,
  ].filter(Boolean).join(', ')
}
