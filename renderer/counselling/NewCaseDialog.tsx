import { ActionIcon, Button, Group, Modal, Stack, Text, Tooltip } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState, type FormEvent } from 'react'
import type { CaseFields as Fields } from '../../shared/counselling/model.ts'
import { failureOf } from '../app/failure.ts'
import { api, office } from '../app/office.ts'
import { showFailure, showUndoNotice } from '../ui/notices.tsx'
import { CaseFields } from './CaseFields.tsx'
import { caseErrors } from './useCaseForm.ts'

const empty: Fields = { alias: '', kind: 'person', language: null, note: '' }

/** An anonymous consultation that a case is opened for. */
export interface ConsultationWithoutCase {
  id: string
  version: number
  language: string | null
}

/** Opens a case under an alias, for an anonymous consultation if one is given; a free neutral word is offered. */
export function NewCaseDialog({ opened, consultation = null, onClose, onCreated }: {
  opened: boolean
  consultation?: ConsultationWithoutCase | null
  onClose(): void
  onCreated(id: string): void
}) {
  return (
    <Modal.Root opened={opened} onClose={onClose} centered>
      <Modal.Overlay />
      {/* Without Mantine's header, which would be a second banner of the page. */}
      <Modal.Content>
        <Modal.Body pt="md">
          <Modal.Title mb="sm" fw={600} fz="lg">{consultation ? 'Zum Fall machen' : 'Neue ratsuchende Person'}</Modal.Title>
          <NewCaseForm consultation={consultation} onCreated={onCreated} onClose={onClose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function NewCaseForm({ consultation, onClose, onCreated }: {
  consultation: ConsultationWithoutCase | null
  onClose(): void
  onCreated(id: string): void
}) {
  const suggestion = useQuery(
    api.counselling.cases.suggestAlias.queryOptions({ staleTime: Number.POSITIVE_INFINITY, gcTime: 0 }),
  )
  const [typed, setTyped] = useState<Partial<Fields>>({})
  const aliasRef = useRef<HTMLInputElement>(null)
  const suggested = suggestion.data?.alias
  // Whoever has a word of their own in mind types at once: it takes the place of the offered one, whichever comes first.
  const isOwn = typed.alias !== undefined
  useLayoutEffect(() => {
    if (!isOwn && aliasRef.current === document.activeElement) aliasRef.current?.select()
  }, [suggested, isOwn])
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)

  const fields: Fields = { ...empty, language: consultation?.language ?? null, alias: suggested ?? '', ...typed }

  const suggestAnother = (): void => {
    setTyped(({ alias: _given, ...others }) => others)
    void suggestion.refetch()
  }

  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const missing = caseErrors(fields)
    setErrors(missing)
    if (Object.keys(missing).length > 0) return
    setBusy(true)
    try {
      const made = consultation
        ? await office.counselling.cases.openFor({ consultation: { id: consultation.id, version: consultation.version }, fields })
        : await office.counselling.cases.create({ fields })
      showUndoNotice(`${made.number} angelegt.`, 'counselling', made.change)
      onCreated(made.id)
    } catch (error) {
      const found = failureOf(error).data.fields
      if (found) setErrors(Object.fromEntries(Object.entries(found).map(([path, text]) => [path.replace(/^fields\./, ''), text])))
      else showFailure(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form onSubmit={(event) => void create(event)} noValidate>
      <Stack gap="md">
        <CaseFields
          fields={fields}
          aliasRef={aliasRef}
          errors={errors}
          onChange={(patch) => setTyped((before) => ({ ...before, ...patch }))}
          suggestion={
            <Tooltip label="Anderer Vorschlag">
              <ActionIcon variant="subtle" aria-label="Anderen Vorschlag holen" onClick={suggestAnother}>
                <IconRefresh size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
          }
        />
        <Text size="xs" c="dimmed">Nur Leitung und Vertretung sehen diesen Eintrag.</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>Abbrechen</Button>
          <Button type="submit" loading={busy}>Anlegen</Button>
        </Group>
      </Stack>
    </form>
  )
}
