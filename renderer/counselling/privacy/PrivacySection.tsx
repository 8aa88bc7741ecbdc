import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconFileSearch, IconGavel, IconLock, IconLockOpen, IconPencilExclamation, IconTrashX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { disposalModes, type CasePrivacy, type Correction } from '../../../shared/counselling/privacy/model.ts'
import { privacyLabel } from '../../../shared/counselling/privacy/rules.ts'
import { germanDate, germanDateTime } from '../../../shared/dates.ts'
import { api, office } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { Section } from '../person/Section.tsx'
import { act } from './act.ts'
import { CorrectionDialog, HoldDialog, ObjectionDialog, RestrictDialog } from './CaseDialogs.tsx'
import { DossierDialog } from './DossierDialog.tsx'
import { OriginForm } from './OriginForm.tsx'
import classes from './Privacy.module.css'
import { ProposeDialog } from './ProposeDialog.tsx'
import { Purposes } from './Purposes.tsx'

type Step = 'restrict' | 'objection' | 'correction' | 'hold' | 'propose' | 'dossier'

/** Data protection of a case: why its data are stored, what the person may demand, how long they stay. */
export function PrivacySection({ caseId }: { caseId: string }) {
  const { data, error } = useQuery(api.counselling.privacy.ofCase.queryOptions({ input: { caseId } }))
  const [step, setStep] = useState<Step | null>(null)
  const [correction, setCorrection] = useState<Correction | null>(null)
  if (error) return <FailureAlert error={error} />
  if (!data) return null
  const close = (): void => setStep(null)
  const { restriction } = data
  return (
    <>
      <Section title="Datenschutz">
        {restriction && (
          <Alert color="amber" icon={<IconLock aria-hidden />} title={`Verarbeitung eingeschränkt seit ${germanDate(restriction.on)}`}>
            {privacyLabel('restrictions', restriction.why)}: {restriction.note}. Der Fall lässt sich ansehen; geändert und ausgegeben wird nichts. Fristen laufen weiter und lassen sich erledigen.
          </Alert>
        )}
        {data.tasks.length > 0 && <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title="Zu tun">{data.tasks.map((task) => <div key={task}>{task}</div>)}</Alert>}
        <Purposes caseId={caseId} purposes={data.purposes} />
        <OriginForm key={data.version} caseId={caseId} details={data.details} />
      </Section>
      <Section title="Rechte der Person">
        <Group gap="xs">
          <Button size="compact-sm" variant="default" disabled={restriction !== null} leftSection={<IconFileSearch size={16} aria-hidden />} onClick={() => setStep('dossier')}>Auskunft (Art. 15)</Button>
          <Button size="compact-sm" variant="default" leftSection={<IconPencilExclamation size={16} aria-hidden />} onClick={() => { setCorrection(null); setStep('correction') }}>Berichtigung (Art. 16)</Button>
          {restriction === null
            ? <Button size="compact-sm" variant="default" leftSection={<IconLock size={16} aria-hidden />} onClick={() => setStep('restrict')}>Einschränken oder bestritten (Art. 18)</Button>
            : <Button size="compact-sm" variant="default" leftSection={<IconLockOpen size={16} aria-hidden />} onClick={() => void act(() => office.counselling.privacy.restrict({ caseId, restriction: null }), 'Einschränkung aufgehoben')}>Einschränkung aufheben</Button>}
          <Button size="compact-sm" variant="default" leftSection={<IconGavel size={16} aria-hidden />} onClick={() => setStep('objection')}>Widerspruch (Art. 21)</Button>
        </Group>
        <Asserted data={data} onSettle={(open) => { setCorrection(open); setStep('correction') }} />
      </Section>
      <Keeping caseId={caseId} data={data} onStep={setStep} />
      {step === 'dossier' && <DossierDialog caseId={caseId} onClose={close} />}
      {step === 'correction' && <CorrectionDialog caseId={caseId} stored={correction} onClose={close} />}
      {step === 'restrict' && <RestrictDialog caseId={caseId} onClose={close} />}
      {step === 'objection' && <ObjectionDialog caseId={caseId} stored={data.objection} onClose={close} />}
      {step === 'hold' && <HoldDialog caseId={caseId} onClose={close} />}
      {step === 'propose' && <ProposeDialog targets={[{ type: 'case', id: caseId }]} onClose={close} />}
    </>
  )
}

function Asserted({ data: { objection, corrections, disclosures }, onSettle }: { data: CasePrivacy; onSettle(correction: Correction): void }) {
  return (
    <ul className={classes.lines} aria-label="Was die Person verlangt hat">
      {objection && <li><Text size="sm">Widerspruch vom {germanDate(objection.on)}: {objection.grounds}</Text><Text size="xs" c="dimmed">{objection.result === '' ? 'Abwägung offen' : `${privacyLabel('objectionResults', objection.result)} (${objection.decidedBy}): ${objection.weighing}`}</Text></li>}
      {corrections.map((correction) => {
        const { id, askedOn, what, outcome, note, decidedOn, decidedBy } = correction
        return (
          <li key={id} className={classes.line}>
            <div>
              <Text size="sm">Berichtigung vom {germanDate(askedOn)}: {what}</Text>
              <Text size="xs" c="dimmed">{privacyLabel('correctionOutcomes', outcome)}{decidedOn === null ? '' : ` am ${germanDate(decidedOn)} von ${decidedBy}`}{note === '' ? '' : ` – ${note}`}</Text>
            </div>
            <Button size="compact-sm" variant="default" aria-label={`Berichtigung vom ${germanDate(askedOn)} ${outcome === 'open' ? 'entscheiden' : 'ändern'}`} onClick={() => onSettle(correction)}>{outcome === 'open' ? 'Entscheiden' : 'Ändern'}</Button>
          </li>
        )
      })}
      {disclosures.map(({ at, personName, identityCheck, leftOut }) => (
        <li key={at}><Text size="sm">Auskunft erteilt am {germanDateTime(at)} von {personName}</Text><Text size="xs" c="dimmed">Identität: {identityCheck}; {leftOut} Auslassungen vermerkt</Text></li>
      ))}
    </ul>
  )
}

function Keeping({ caseId, data, onStep }: { caseId: string; data: CasePrivacy; onStep(step: Step): void }) {
  const { retention, holds, proposal, archive } = data
  return (
    <Section title="Aufbewahrung und Löschung">
      <Text size="sm">
        {retention.label}: {retention.text}. {retention.until === null ? 'Ohne Ende.' : `Aufbewahrt bis ${germanDate(retention.until)}${retention.over ? ' – abgelaufen, steht auf der Löschliste' : ''}.`}
      </Text>
      {archive && <Text size="sm">Archiv: {privacyLabel('archiveDecisions', archive.decision)}{archive.note === '' ? '' : ` – ${archive.note}`}</Text>}
      <ul className={classes.lines} aria-label="Löschsperren">
        {holds.map((hold) => (
          <li key={hold.id} className={classes.line}>
            <Stack gap={0}><Text size="sm">Löschsperre: {hold.reason}</Text><Text size="xs" c="dimmed">seit {germanDate(hold.setOn)} von {hold.setBy}{hold.until === null ? '' : `, bis ${germanDate(hold.until)}`}{hold.liftedOn === null ? '' : `, aufgehoben am ${germanDate(hold.liftedOn)} von ${hold.liftedBy}`}</Text></Stack>
            {hold.active && <Button size="compact-sm" variant="default" onClick={() => void act(() => office.counselling.privacy.liftHold({ caseId, id: hold.id }), 'Löschsperre aufgehoben')}>Aufheben</Button>}
          </li>
        ))}
      </ul>
      {proposal && <Alert color="red" icon={<IconTrashX aria-hidden />} title={`Am ${germanDate(proposal.at)} von ${proposal.by} zur Löschung vorgeschlagen`}>{privacyLabel('reasons', proposal.reason)}; {disposalModes[proposal.mode]}. Bestätigt wird unter „Datenschutz“.</Alert>}
      <Group gap="xs">
        <Button size="compact-sm" variant="default" leftSection={<IconLock size={16} aria-hidden />} onClick={() => onStep('hold')}>Löschung sperren</Button>
        {proposal
          ? <Button size="compact-sm" variant="default" onClick={() => void act(() => office.counselling.privacy.withdraw({ targets: [{ type: 'case', id: caseId }] }), 'Vorschlag zurückgenommen')}>Vorschlag zurücknehmen</Button>
          : <Button size="compact-sm" variant="default" leftSection={<IconTrashX size={16} aria-hidden />} onClick={() => onStep('propose')}>Zur Löschung vorschlagen</Button>}
      </Group>
    </Section>
  )
}
