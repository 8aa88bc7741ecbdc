import { Button, Checkbox, Group, Loader, Modal, ScrollArea, Select, Stack, Text } from '@mantine/core'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { letterFileName } from '../../../shared/correspondence/letter-number.ts'
import type { Release } from '../../../shared/correspondence/press/model.ts'
import { api, desktop, office } from '../../app/office.ts'
import { ExportButton } from '../../ui/Export.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Missing } from '../dispatch/Missing.tsx'
import { embargoWarning } from './Embargo.tsx'
import { EmbargoQuestion } from './EmbargoQuestion.tsx'

/** „Versenden": to which list, who gets it and who not and why; within the embargo only after a look at it. */
export function SendRelease({ release, onClose, onSent }: { release: Release; onClose(): void; onSent(): void }): ReactNode {
  const { data: lists } = useQuery(api.correspondence.press.media.lists.queryOptions())
  const [chosen, setChosen] = useState(release.listId)
  const [despite, setDespite] = useState(false)
  const [without, setWithout] = useState<readonly string[]>([])
  const [seen, setSeen] = useState(false)
  const [busy, setBusy] = useState(false)
  const listId = lists?.some(({ id }) => id === chosen) ? chosen : lists?.[0]?.id ?? ''
  const { data: plan } = useQuery(api.correspondence.press.releases.plan.queryOptions({ input: listId === '' ? skipToken : { id: release.id, listId, despite }, placeholderData: keepPreviousData }))
  const warning = embargoWarning(release.embargoAt)
  const count = plan?.email.filter(({ id }) => !without.includes(id)).length ?? 0

  const send = async (): Promise<void> => {
    setBusy(true)
    try {
      const target = await desktop.chooseSaveTarget({ name: letterFileName(release.number).replace(/^Schreiben/u, 'Pressemitteilung').replace(/docx$/u, 'eml'), kind: 'eml' })
      if (target) {
        const { version } = await office.correspondence.press.releases.get({ id: release.id })
        const sent = await office.correspondence.press.releases.send({ id: release.id, version, listId, without: [...without], despite, embargoSeen: seen, grant: target.grant })
        showUndoNotice(`E-Mail-Entwurf für ${sent.recipients} Empfänger gespeichert, im Postausgang unter ${sent.entry}. Bitte im Mailprogramm öffnen und absenden.`, 'office', sent.change)
        onSent()
        onClose()
      }
    } catch (error) {
      showFailure(error)
    }
    setBusy(false)
  }
  return (
    <Modal opened onClose={onClose} title={`Pressemitteilung ${release.number} versenden`} size="lg">
      {lists?.length === 0 ? <Text size="sm">Es gibt noch keinen Verteiler mit dem Zweck „Presse- und Öffentlichkeitsarbeit“. Er wird unter „Kontakte“, „Verteiler“ angelegt.</Text> : (
        <Stack gap="sm">
          <Missing labels={plan?.missing ?? []} again="Wieder aufnehmen" />
          {warning !== null && <EmbargoQuestion warning={warning} seen={seen} onSeen={setSeen} />}
          <Select label="Verteiler" allowDeselect={false} data={(lists ?? []).map(({ id, title, members }) => ({ value: id, label: `${title} (${members})` }))} value={listId || null} onChange={(value) => { setChosen(value ?? ''); setWithout([]) }} />
          {!plan ? <Loader size="sm" aria-label="Empfänger werden geladen" /> : (
            <>
              <Checkbox.Group label={`Per E-Mail (${count}), ohne dass sie einander sehen (Bcc)`} value={plan.email.map(({ id }) => id).filter((id) => !without.includes(id))} onChange={(kept) => setWithout(plan.email.map(({ id }) => id).filter((id) => !kept.includes(id)))}>
                <ScrollArea.Autosize mah={200} mt={6} viewportProps={{ tabIndex: 0, 'aria-label': 'Empfänger per E-Mail' }}>
                  <Stack gap={6}>{plan.email.map(({ id, name, target }) => <Checkbox key={id} value={id} label={<Personal>{`${name} · ${target}`}</Personal>} />)}</Stack>
                </ScrollArea.Autosize>
              </Checkbox.Group>
              {plan.otherwise.length > 0 && (
                <div>
                  <Text size="sm" fw={600}>Nicht per E-Mail ({plan.otherwise.length})</Text>
                  {plan.otherwise.map(({ id, name, reason }) => <Text size="sm" key={id}><Personal>{name}</Personal>: {reason}</Text>)}
                  <Text size="xs" c="dimmed">Was auf anderem Weg hinausgeht, wird unter „Versand und Echo“ vermerkt.</Text>
                </div>
              )}
              <Checkbox label="Auch, wo die Rechtsgrundlage noch zu klären ist" checked={despite} onChange={({ currentTarget }) => setDespite(currentTarget.checked)} />
              <Text size="sm">Angehängt wird die Mitteilung als {plan.attachment === 'pdf' ? 'PDF' : 'Word-Datei (für ein PDF fehlt LibreOffice oder Word)'}; ihr Text steht auch in der E-Mail.</Text>
            </>
          )}
        </Stack>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>Abbrechen</Button>
        <ExportButton format="eml" loading={busy} disabled={!plan || count === 0 || (warning !== null && !seen)} onClick={() => void send()}>E-Mail-Entwurf speichern …</ExportButton>
      </Group>
    </Modal>
  )
}
