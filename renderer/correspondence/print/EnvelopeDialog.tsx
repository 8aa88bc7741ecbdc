import { Alert, Button, Group, List, Modal, Select, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Addressed, EnvelopeForm } from '../../../shared/correspondence/print/contract.ts'
import { isoDay } from '../../../shared/dates.ts'
import { knownEnvelopes } from '../../../shared/labels/sheets.ts'
import { api, desktop, office } from '../../app/office.ts'
import { usePreference } from '../../app/usePreference.ts'
import { ExportButton } from '../../ui/Export.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'

const named = 6

/** „Umschläge": a page in the size of the envelope for each address, and whether a window would show the addresses whole. */
export function EnvelopeDialog({ of, onClose }: { of: Addressed; onClose(): void }): ReactNode {
  const [code, setCode] = usePreference('print.envelope', 'DL')
  const [busy, setBusy] = useState(false)
  const { data, error, refetch } = useQuery(api.correspondence.print.window.queryOptions({ input: of }))
  const sizes = knownEnvelopes(isoDay(new Date())).filter(({ window }) => !window).map(({ code: value, label }) => ({ value, label }))
  const write = async (how: 'print' | 'save', form: EnvelopeForm): Promise<void> => {
    setBusy(true)
    try {
      const target = how === 'print' ? await desktop.prepareViewing(form) : await desktop.chooseSaveTarget({ name: `Umschläge.${form}`, kind: form })
      if (!target) return
      const { envelopes } = await office.correspondence.print.envelopes({ of, envelope: code, form, grant: target.grant })
      if (how === 'print') await desktop.showViewing(target.grant)
      showNotice(`${envelopes === 1 ? '1 Umschlag' : `${envelopes} Umschläge`} ${how === 'print' ? 'zum Drucken geöffnet. Bitte im Druckdialog „Tatsächliche Größe“ wählen.' : 'gespeichert.'}`)
      onClose()
    } catch (failure) {
      showFailure(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title="Umschläge" size="lg">
      <Stack>
        <Select data-autofocus label="Umschlag ohne Fenster" allowDeselect={false} data={sizes} value={code} onChange={(value) => value !== null && setCode(value)} />
        {data && data.repeated > 0 && (
          <Text size="sm">
            {`${data.envelopes === 1 ? '1 Umschlag' : `${data.envelopes.toLocaleString('de-DE')} Umschläge`}: `}
            {data.repeated === 1 ? 'Ein Schreiben geht an dieselbe Anschrift wie ein anderes und kommt in denselben Umschlag.' : `${data.repeated.toLocaleString('de-DE')} Schreiben gehen an dieselbe Anschrift wie ein anderes und kommen in denselben Umschlag.`}
          </Text>
        )}
        {error ? <FailureAlert error={error} retry={() => void refetch()} /> : null}
        {data && (data.hidden.length === 0
          ? <Text size="sm"><IconCheck size={15} aria-hidden /> Im Fensterumschlag DIN lang sind alle Anschriften ganz zu sehen; dafür braucht es keinen bedruckten Umschlag.</Text>
          : (
            <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title="Im Fensterumschlag DIN lang können Zeilen verdeckt sein">
              <List size="sm">{data.hidden.slice(0, named).map(({ name, line }) => <List.Item key={`${name} ${line}`}><Personal>{line}</Personal></List.Item>)}</List>
              {data.hidden.length > named && `und ${data.hidden.length - named} weitere`}
            </Alert>
          ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>Abbrechen</Button>
          <ExportButton format="docx" variant="default" disabled={busy || !data?.envelopes} onClick={() => void write('save', 'docx')}>Als Word-Datei …</ExportButton>
          <ExportButton format="pdf" variant="default" disabled={busy || !data?.envelopes} onClick={() => void write('save', 'pdf')}>Als PDF …</ExportButton>
          <Button loading={busy} disabled={!data?.envelopes} onClick={() => void write('print', 'pdf')}>Drucken</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
