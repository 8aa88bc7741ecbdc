import { Alert, Badge, Button, Center, Group, Loader, Progress, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconMail, IconMailForward, IconPlayerPause, IconPlayerPlay, IconPrinter, IconTrash } from '@tabler/icons-react'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { judge } from '../../../shared/correspondence/serial/judge.ts'
import type { SerialPattern, SerialRun, SerialSettings } from '../../../shared/correspondence/serial/model.ts'
import { useCommand } from '../../app/commands.ts'
import { hidesData } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { ExportButton } from '../../ui/Export.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import parts from '../parts.module.css'
import { EnvelopeDialog } from '../print/EnvelopeDialog.tsx'
import { usePrint } from '../print/usePrint.ts'
import { countedLetters, runStateLabels } from './labels.ts'
import { PatternFields } from './PatternFields.tsx'
import { RecipientTable } from './RecipientTable.tsx'
import { RunRecipients } from './RunRecipients.tsx'
import { SettingsFields } from './SettingsFields.tsx'
import { useWriting } from './useWriting.ts'

/** One run: what is written and how, who gets it and what is missing, and the writing itself. */
export function SerialRecord({ id, onClosed }: { id: string; onClosed(): void }): ReactNode {
  const { data, error, refetch } = useQuery(api.correspondence.serial.get.queryOptions({ input: { id } }))
  if (hidesData(error, data)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Center h="100%"><Loader aria-label="Serienbrief wird geladen" /></Center>
  return <Shown run={data} onClosed={onClosed} />
}

function Shown({ run, onClosed }: { run: SerialRun; onClosed(): void }): ReactNode {
  const { id, version, state } = run
  const prepared = state === 'prepared' && !run.trashed
  const candidates = useQuery(api.correspondence.serial.candidates.queryOptions({ input: prepared ? { id } : skipToken, placeholderData: keepPreviousData }))
  const writing = useWriting(id)
  const busy = writing.step !== null
  const judged = (candidates.data?.candidates ?? []).map((candidate) => ({ candidate, choice: run.choices[candidate.contactId], ...judge(candidate, run.settings.channel, run.choices[candidate.contactId]) }))
  const wanted = judged.filter(({ written }) => written)
  const gaps = candidates.data?.gaps ?? []

  const posted = run.recipients.some(({ way, letterId }) => way === 'letter' && letterId !== null)
  const printing = usePrint({ kind: 'run', id })
  useCommand('print', () => void printing.print(), posted)
  const [envelopes, setEnvelopes] = useState(false)

  const act = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      showFailure(error)
    }
  }
  // One after the other and each on the version that the one before left: fields are stored when they are left, sometimes two at once.
  const stored = useRef({ version, last: Promise.resolve() })
  useLayoutEffect(() => { stored.current.version = Math.max(stored.current.version, version) }, [version])
  const update = (change: { pattern?: SerialPattern; settings?: Partial<SerialSettings> }): void => {
    stored.current.last = stored.current.last.then(() => act(async () => {
      stored.current.version = (await office.correspondence.serial.update({ id, version: stored.current.version, ...change })).version
    }))
  }
  const remove = (): void => void act(async () => {
    const { change } = await office.correspondence.serial.remove({ id, version })
    showUndoNotice('Der Serienbrief liegt im Papierkorb. Seine Schreiben bleiben im Register.', 'office', change)
    onClosed()
  })

  return (
    <section className={parts.page} aria-label={`Serienbrief ${run.title || 'ohne Betreff'}`}>
      <Group gap="sm">
        <Badge variant="light" color={state === 'done' ? 'petrol' : 'gray'} tt="none">{runStateLabels[state]}</Badge>
        <Text size="sm" c="dimmed"><Personal>{run.sourceName}</Personal></Text>
      </Group>
      <Title order={2} size="h3">{run.title || 'Ohne Betreff'}</Title>
      {run.enclosure !== null && run.enclosure.label !== '' && <Text size="sm">Anlage je Empfänger: {run.enclosure.label}. Mit E-Mails geht sie als Anhang, neben Schreiben für die Post liegt sie als eigene Datei im Ordner.</Text>}
      {run.trashed && <Alert title="Dieser Serienbrief liegt im Papierkorb.">Dort kann er wiederhergestellt werden.</Alert>}
      {state === 'begun' && !busy && (
        <Alert color="amber" title={`Nicht fertig: ${countedLetters(run)} sind geschrieben.`}>
          „Fortsetzen“ schreibt genau den Rest. {run.folderName !== '' && <>Bitte wieder den Ordner <Personal>„{run.folderName}“</Personal> wählen; was dort schon liegt, wird nicht noch einmal geschrieben.</>}
        </Alert>
      )}
      {state === 'done' && (
        <Alert color="petrol" title={`${countedLetters(run)}, ${run.counts.leftOut.toLocaleString('de-DE')} ausgelassen.`}>
          {run.entry && <>Im Postausgang steht dafür eine Zeile mit der Liste als Nachweis: <button type="button" className={parts.link} onClick={() => openRecord({ type: 'register-entry', id: run.entry?.id ?? '' })}>{run.entry.number}</button>. Jedes Schreiben hat seine eigene Nummer.</>}
        </Alert>
      )}
      {busy && writing.step && (
        <Group gap="md" wrap="nowrap">
          <Progress flex={1} size="lg" value={writing.step.total === 0 ? 0 : (writing.step.done / writing.step.total) * 100} aria-label="Fortschritt des Serienbriefs" />
          <Text size="sm" role="status" style={{ whiteSpace: 'nowrap' }}>{`${writing.step.phase === 'letters' ? 'Schreiben' : 'Dateien'}: ${writing.step.done.toLocaleString('de-DE')} von ${writing.step.total.toLocaleString('de-DE')}`}</Text>
          <Button variant="default" leftSection={<IconPlayerPause size={17} aria-hidden />} onClick={writing.stop}>Anhalten</Button>
        </Group>
      )}
      {!busy && !run.trashed && (
        <Group gap="xs">
          {prepared && <ExportButton format={run.settings.channel === 'email' ? 'eml' : run.settings.form} leftSection={<IconMailForward size={17} aria-hidden />} disabled={wanted.length === 0 || gaps.length > 0} onClick={() => void writing.start({ done: 0, total: wanted.length })}>{candidates.data === undefined ? 'Schreiben erstellen …' : wanted.length === 1 ? '1 Schreiben erstellen …' : `${wanted.length.toLocaleString('de-DE')} Schreiben erstellen …`}</ExportButton>}
          {state === 'begun' && <ExportButton format={run.settings.channel === 'email' ? 'eml' : run.settings.form} leftSection={<IconPlayerPlay size={17} aria-hidden />} onClick={() => void writing.start({ done: run.counts.written + run.counts.issued, total: run.counts.waiting + run.counts.written + run.counts.issued })}>Fortsetzen …</ExportButton>}
          {posted && <Button variant="default" leftSection={<IconPrinter size={17} aria-hidden />} loading={printing.busy} onClick={() => void printing.print()}>Drucken</Button>}
          {posted && <Button variant="default" leftSection={<IconMail size={17} aria-hidden />} onClick={() => setEnvelopes(true)}>Umschläge …</Button>}
          <Button variant="default" leftSection={<IconTrash size={17} aria-hidden />} onClick={remove}>Löschen</Button>
        </Group>
      )}
      {envelopes && <EnvelopeDialog of={{ kind: 'run', id }} onClose={() => setEnvelopes(false)} />}
      {prepared ? (
        <>
          <section className={parts.section} aria-label="Text">
            <Title order={3} size="h4">Text</Title>
            {gaps.length > 0 && (
              <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title={`In jedem Schreiben fehlt noch: ${gaps.join(', ')}`}>
                {gapHint(run.pattern.kind, gaps)}
              </Alert>
            )}
            <PatternFields key={run.pattern.kind} pattern={run.pattern} label={run.patternLabel} onChange={(pattern) => update({ pattern })} />
          </section>
          <section className={parts.section} aria-label="Ausgabe">
            <Title order={3} size="h4">Ausgabe</Title>
            <SettingsFields settings={run.settings} onChange={(settings) => update({ settings })} />
          </section>
          <section className={parts.section} aria-label="Empfänger">
            <Title order={3} size="h4">Empfänger</Title>
            {candidates.error ? <FailureAlert error={candidates.error} retry={() => void candidates.refetch()} /> : null}
            {candidates.data === undefined && !candidates.error ? <Loader size="sm" aria-label="Empfänger werden geprüft" /> : (
              <RecipientTable judged={judged} onChoose={(contactIds, choice) => void act(() => office.correspondence.serial.choose({ id, contactIds, choice }))} />
            )}
          </section>
        </>
      ) : (
        <section className={parts.section} aria-label="Empfänger">
          <Title order={3} size="h4">Empfänger</Title>
          <RunRecipients recipients={run.recipients} />
        </section>
      )}
    </section>
  )
}

/** Where what is missing can be written. */
function gapHint(kind: SerialPattern['kind'], gaps: readonly string[]): string {
  if (kind === 'letter') return 'Bitte öffnen Sie das Muster und ergänzen Sie das dort.'
  if (gaps.every((gap) => gap === 'Betreff')) return 'Bitte unten eintragen.'
  return 'Was diese Vorlage über Betreff und Text hinaus braucht, steht in einem Schreiben: Legen Sie eines an, und wählen Sie es als Muster.'
}
