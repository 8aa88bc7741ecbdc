import { Alert, Checkbox, Radio, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { readHandOut } from '../../../shared/correspondence/material/hand-out.ts'
import { isoDay } from '../../../shared/dates.ts'
import { api, office } from '../../app/office.ts'
import { DecisionDialog } from '../../ui/DecisionDialog.tsx'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { languagesText } from './languages.ts'

const shown = 6

/** Hands out copies by one line: "5 ar wegweiser an Jugendamt". What was understood stands below before Enter books it. */
export function HandOutDialog({ onClose }: { onClose(): void }): ReactNode {
  const { data } = useQuery(api.correspondence.material.handOuts.queryOptions())
  const [line, setLine] = useState('')
  const [chosen, setChosen] = useState('')
  const [despite, setDespite] = useState(false)
  const read = readHandOut(line, data ?? [])
  const edition = read.found.find(({ editionId }) => editionId === chosen) ?? read.found[0]
  const lacking = edition !== undefined && edition.balance < read.amount
  const book = async (): Promise<void> => {
    if (!edition) return
    try {
      const { change, balance } = await office.correspondence.material.move({
        materialId: edition.materialId, despite, movement: { editionId: edition.editionId, kind: 'out', amount: read.amount, on: isoDay(new Date()), contactId: null, party: read.party, note: '' },
      })
      showUndoNotice(`${read.amount} Stück ausgegeben. Bestand jetzt ${balance}.`, 'office', change)
      setLine('')
      setChosen('')
      setDespite(false)
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <DecisionDialog title="Infomaterial ausgeben" confirm="Ausgeben" disabled={!edition || read.amount === 0 || (lacking && !despite)} onConfirm={() => void book()} onClose={onClose}>
      <Stack gap="sm">
        <TextInput label="Was wird ausgegeben?" description="Anzahl, Sprache und Titelwörter in beliebiger Folge; an wen nach „an“ oder „für“: 5 ar wegweiser an Jugendamt" data-autofocus value={line} onChange={(event) => { setLine(event.currentTarget.value); setDespite(false) }} />
        {edition === undefined ? <Text size="sm" c="dimmed">{line.trim() === '' ? 'Nach dem Buchen bleibt die Zeile offen für das Nächste.' : 'Keine gültige Ausgabe passt dazu.'}</Text> : (
          <>
            <Text size="sm" component="output"><strong>{read.amount} Stück</strong>{read.party === '' ? '' : ` an ${read.party}`}</Text>
            <Radio.Group label="Ausgabe" value={edition.editionId} onChange={setChosen}>
              <Stack gap={6} mt={4}>
                {read.found.slice(0, shown).map((each) => (
                  <Radio key={each.editionId} value={each.editionId} label={`${each.title} · ${languagesText(each.languages)}${each.edition === '' ? '' : `, ${each.edition}`} · Bestand ${each.balance}`} />
                ))}
              </Stack>
            </Radio.Group>
            {read.found.length > shown && <Text size="xs" c="dimmed">und {read.found.length - shown} weitere; ein Wort mehr grenzt ein</Text>}
          </>
        )}
        {lacking && (
          <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={`Im Bestand sind nur ${Math.max(0, edition.balance)}`} role="alert">
            <Checkbox label="Trotzdem buchen" checked={despite} onChange={({ currentTarget }) => setDespite(currentTarget.checked)} />
          </Alert>
        )}
      </Stack>
    </DecisionDialog>
  )
}
