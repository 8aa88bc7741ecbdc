import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconId } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { factLabels, type FactKey } from '../../../shared/counselling/letters/starters.ts'
import type { LetterPart } from '../../app/letterDesk.ts'
import { keepNames } from '../../app/keptNames.ts'
import { api, desktop, office } from '../../app/office.ts'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'

const noFacts: { key: FactKey; value: string }[] = []
/** Facts that are names. */
const named: ReadonlySet<FactKey> = new Set(['person', 'betreff_person', 'anschrift'])

/** „Angaben aus dem Fall": what a letter can say of its case, to be taken into the text. */
export const InsertFacts: LetterPart = ({ letter }) => {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant="default" leftSection={<IconId size={18} aria-hidden />} onClick={() => setOpened(true)}>Angaben aus dem Fall</Button>
      {opened && <Facts id={letter.id} onClose={() => setOpened(false)} />}
    </>
  )
}

function Facts({ id, onClose }: { id: string; onClose(): void }) {
  const [opening, setOpening] = useState<string | null>(null)
  const { data: ofCase } = useQuery(api.counselling.letters.caseOf.queryOptions({ input: { id } }))
  const { data = noFacts } = useQuery(api.counselling.letters.facts.queryOptions({ input: { id, opening } }))
  useEffect(() => keepNames(data.filter(({ key }) => named.has(key)).map(({ value }) => value)), [data])
  const openCard = async (): Promise<void> => {
    if (!ofCase) return
    try {
      setOpening((await office.counselling.identity.open({ caseId: ofCase.caseId, reason: 'Schreiben' })).opening)
    } catch (error) {
      showFailure(error)
    }
  }
  const copy = async (value: string): Promise<void> => {
    await desktop.copyText(value)
    showNotice('Kopiert. Mit Strg+V in den Text einfügen; nach einer Minute ist die Zwischenablage wieder leer.')
  }
  return (
    <Modal opened onClose={onClose} title="Angaben aus dem Fall" size="lg">
      <Stack gap="sm">
        {data.map(({ key, value }) => (
          <Group key={key} justify="space-between" wrap="nowrap">
            <div>
              <Text size="xs" c="dimmed">{factLabels[key]}</Text>
              <Text size="sm"><Personal current>{value}</Personal></Text>
            </div>
            <Button size="compact-sm" variant="default" aria-label={`${factLabels[key]} kopieren`} onClick={() => void copy(value)}>Kopieren</Button>
          </Group>
        ))}
        {opening === null && (
          <Group gap="sm">
            <Button variant="default" leftSection={<IconId size={17} aria-hidden />} onClick={() => void openCard()}>Name, Geburtsdatum und Anschrift zeigen</Button>
            <Text size="xs" c="dimmed">öffnet die Identität; das wird vermerkt</Text>
          </Group>
        )}
        <Group justify="flex-end"><Button onClick={onClose}>Fertig</Button></Group>
      </Stack>
    </Modal>
  )
}
