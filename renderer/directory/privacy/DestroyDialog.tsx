import { Alert, Checkbox, List, Loader, Radio, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle, IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { copiesText } from '../../../shared/backup/words.ts'
import { germanDate, isoDay } from '../../../shared/dates.ts'
import type { DestructionInput, DestructionPlan } from '../../../shared/directory/privacy/model.ts'
import { letterRetention } from '../../../shared/directory/privacy/rules.ts'
import { api, office } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { contactsText } from './contactsText.ts'

/** Second step of destruction: shows what depends on the contacts, asks what becomes of it, and destroys. */
export function DestroyDialog({ ids, onClose }: { ids: string[]; onClose: (done: boolean) => void }) {
  const { person } = useSession()
  const [today] = useState(() => isoDay(new Date()))
  const [retained, setRetained] = useState<DestructionInput['retained']>('keep')
  const [others, setOthers] = useState<DestructionInput['others']>('destroy')
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  // What is gone meanwhile must not be asked for again.
  const { data: plan, error } = useQuery(api.directory.privacy.plan.queryOptions({ input: { ids }, enabled: !busy }))
  const allowed = person.role !== 'assistenz'
  const destroy = async (): Promise<void> => {
    setBusy(true)
    try {
      const { contacts, letters } = await office.directory.privacy.destroy({ ids, retained, others })
      showNotice(`Endgültig gelöscht: ${contactsText(contacts)}${letters > 0 ? ` und ${letters === 1 ? '1 Schreiben' : `${letters} Schreiben`}` : ''}. Der Vorgang steht im Löschprotokoll.`)
      onClose(true)
    } catch (failure) {
      showFailure(failure)
      setBusy(false)
    }
  }
  const kept = plan?.letters.filter(({ keptUntil }) => keptUntil !== null && keptUntil >= today) ?? []
  const free = (plan?.letters.length ?? 0) - kept.length
  const same = plan?.contacts.some(({ proposal }) => proposal?.by === person.name) ?? false
  return (
    <DecisionDialog title={`${contactsText(ids.length)} endgültig löschen`} confirm="Endgültig löschen" danger disabled={!plan || !checked || !allowed || busy} onConfirm={() => void destroy()} onClose={() => onClose(false)}>
      {error && <FailureAlert error={error} />}
      {!plan && !error && <Loader size="sm" aria-label="Abhängigkeiten werden geprüft" />}
      {plan && (
        <Stack gap="sm">
          {!allowed && <Alert icon={<IconLock aria-hidden />} title="Endgültig löschen dürfen Leitung und Vertretung. Ihr Vorschlag bleibt bestehen." />}
          <Dependants plan={plan} />
          {kept.length > 0 && (
            <Radio.Group label={`${kept.length === 1 ? '1 fertiges Schreiben ist' : `${kept.length} fertige Schreiben sind`} noch aufzubewahren (längstens bis ${germanDate(kept.map(({ keptUntil }) => keptUntil ?? '').sort().at(-1) ?? today)})`} description={letterRetention.reason} value={retained} onChange={(value) => setRetained(value as typeof retained)}>
              <Stack gap={4} mt={4}>
                <Radio value="keep" label="unverändert behalten, mit Anschrift und Text" />
                <Radio value="neutral" label="behalten, aber Empfänger, Anschrift und Anrede unkenntlich machen (der Text bleibt)" />
              </Stack>
            </Radio.Group>
          )}
          {free > 0 && (
            <Radio.Group label={free === 1 ? '1 Entwurf oder altes Schreiben' : `${free} Entwürfe oder alte Schreiben`} value={others} onChange={(value) => setOthers(value as typeof others)}>
              <Stack gap={4} mt={4}>
                <Radio value="destroy" label="mit löschen" />
                <Radio value="neutral" label="behalten, aber Empfänger unkenntlich machen" />
              </Stack>
            </Radio.Group>
          )}
          <Alert icon={<IconInfoCircle aria-hidden />} title="Sicherungen">
            <Text size="sm">
              {copiesText(plan.backups, plan.backupsGoneBy)}
              {' '}Sicherungen an anderen Orten müssen Sie selbst löschen oder auslaufen lassen. Wird eine ältere Sicherung zurückgespielt, zeigt das Löschprotokoll, was erneut zu löschen ist.
            </Text>
          </Alert>
          {same && <Text size="sm"><IconAlertTriangle size={15} aria-hidden /> Vorschlag und Löschung kämen von derselben Person. Besser prüft eine zweite.</Text>}
          <Checkbox checked={checked} disabled={!allowed} onChange={(event) => setChecked(event.currentTarget.checked)} label="Geprüft: keine Aufbewahrungspflicht und kein Anbieten an das Archiv steht entgegen. Die Daten lassen sich danach nicht wiederherstellen, auch nicht mit „Rückgängig“." />
        </Stack>
      )}
    </DecisionDialog>
  )
}

function Dependants({ plan }: { plan: DestructionPlan }) {
  const counted = (count: number, one: string, many: string): string | null => count === 0 ? null : count === 1 ? `1 ${one}` : `${count} ${many}`
  return (
    <List size="sm" spacing={4}>
      {plan.contacts.slice(0, 20).map((contact) => (
        <List.Item key={contact.id}>
          <strong><Personal>{contact.name}</Personal></strong>: {[
            counted(contact.roles, 'Funktion', 'Funktionen'), counted(contact.subordinates, 'Untergliederung', 'Untergliederungen'), counted(contact.encounters, 'Gespräch', 'Gespräche'),
            counted(contact.runningAgreements, 'laufende Vereinbarung', 'laufende Vereinbarungen'), counted(contact.lists, 'Verteiler', 'Verteiler'),
          ].filter(Boolean).join(', ') || 'nichts hängt davon ab'}
          {contact.mentions.length > 0 && (
            <Text size="sm">Der Name steht auch hier, bitte selbst prüfen: <Personal>{contact.mentions.map(({ title }) => title).join('; ')}</Personal></Text>
          )}
        </List.Item>
      ))}
      {plan.contacts.length > 20 && <List.Item>und {plan.contacts.length - 20} weitere</List.Item>}
    </List>
  )
}
