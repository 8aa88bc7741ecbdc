import { Stack, Text } from '@mantine/core'
import type { LeftWork } from '../../shared/handover/contract.ts'
import { ItemList } from './ItemList.tsx'
import type { HandoverDraft } from './useHandover.ts'

interface PeopleStepProps {
  draft: HandoverDraft
  work: LeftWork
  onChange(fields: Partial<HandoverDraft>): void
}

/** Bodies and contacts, with what to know of them; the last dealings come into the dossier by themselves. */
export function PeopleStep({ draft, work, onChange }: PeopleStepProps) {
  return (
    <Stack gap="lg">
      <Text size="sm">
        Zu jedem gewählten Kontakt stehen im Dossier die letzten Gespräche und Schreiben. Ergänzen Sie, was nirgends steht: Zusagen, Vorlieben, wo Vorsicht geboten ist. Bitte nichts über Ratsuchende.
      </Text>
      <ItemList heading="Gremien und Netzwerke" none="Unter den Kontakten sind keine Gremien und Netzwerke." items={work.bodies} draft={draft} withNotes onChange={onChange} />
      <ItemList heading="Kontakte mit Gesprächen der letzten zwei Jahre" none="Es sind keine Gespräche verzeichnet." items={work.contacts} draft={draft} withNotes onChange={onChange} />
    </Stack>
  )
}
