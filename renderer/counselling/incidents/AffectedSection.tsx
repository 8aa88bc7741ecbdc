import { ActionIcon, Anchor, Button, Group, Text, Tooltip } from '@mantine/core'
import { IconFolderPlus, IconLock, IconTrash, IconUserPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Affected, Incident } from '../../../shared/counselling/incidents/contract.ts'
import type { AffectedFields } from '../../../shared/counselling/incidents/model.ts'
import { office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { CaseSelect } from '../CaseSelect.tsx'
import { Section } from '../person/Section.tsx'
import { CodeOne } from './CodeField.tsx'
import classes from './Incidents.module.css'

/** Whom it happened to: cases, or people of whom nothing but an age group is kept. */
export function AffectedSection({ incident }: { incident: Incident }) {
  const [linking, setLinking] = useState(false)
  const add = (caseId: string | null): void => void save(incident.id, crypto.randomUUID(), { caseId, ageGroup: 'unknown', involvement: 'direct' })
  return (
    <Section
      title="Betroffene"
      action={(
        <Group gap={6}>
          <Button size="compact-sm" variant="default" leftSection={<IconFolderPlus size={15} aria-hidden />} onClick={() => setLinking(true)}>Fall verknüpfen</Button>
          <Button size="compact-sm" variant="default" leftSection={<IconUserPlus size={15} aria-hidden />} onClick={() => add(null)}>Ohne Namen</Button>
        </Group>
      )}
    >
      {incident.affected.length === 0 && <Text size="sm" c="dimmed">Niemand eingetragen. Ein Vorfall kann ohne Person bestehen, etwa als anonyme Meldung.</Text>}
      {linking && (
        <CaseSelect
          label="Fall, dessen Person betroffen ist" value={null}
          onChange={(caseId) => {
            setLinking(false)
            if (caseId !== null) add(caseId)
          }}
        />
      )}
      {incident.affected.map((each, index) => <Row key={each.id} incident={incident} affected={each} index={index} />)}
    </Section>
  )
}

function Row({ incident, affected, index }: { incident: Incident; affected: Affected; index: number }) {
  const { id, caseId, caseNumber, alias, restricted, caseTrashed, ageGroup, involvement } = affected
  const who = caseNumber ?? `Person ${index + 1}`
  const change = (patch: Partial<AffectedFields>): void => void save(incident.id, id, { caseId, ageGroup, involvement, ...patch })
  const remove = async (): Promise<void> => {
    try {
      const { change: step } = await office.counselling.incidents.removeAffected({ id: incident.id, affectedId: id })
      showUndoNotice(`${who} gehört nicht mehr zum Vorfall.`, 'counselling', step)
    } catch (error) {
      showFailure(error)
    }
  }
  if (restricted) {
    return <Group gap={6} className={classes.part}><IconLock size={16} aria-hidden /><Text size="sm" c="dimmed">Fall einer anderen Beraterin oder eines anderen Beraters</Text></Group>
  }
  return (
    <div className={classes.part} role="group" aria-label={who}>
      <Group justify="space-between" wrap="nowrap" mb={6}>
        {caseId === null ? <Text size="sm" fw={600}>{who}, ohne Namen</Text> : (
          <Anchor component={Link} size="sm" fw={600} to="/counselling" search={{ id: caseId } as never}>
            {caseNumber} · <Personal current>„{alias}“</Personal>{caseTrashed ? ' (im Papierkorb)' : ''}
          </Anchor>
        )}
        <Tooltip label="Vom Vorfall lösen"><ActionIcon variant="subtle" aria-label={`${who} vom Vorfall lösen`} onClick={() => void remove()}><IconTrash size={16} aria-hidden /></ActionIcon></Tooltip>
      </Group>
      <div className={classes.fields}>
        <CodeOne label="Altersgruppe" list="ageGroups" clearable={false} value={ageGroup} onChange={(code) => code && change({ ageGroup: code })} />
        <CodeOne label="Betroffenheit" list="involvements" clearable={false} value={involvement} onChange={(code) => code && change({ involvement: code })} />
      </div>
    </div>
  )
}

async function save(id: string, affectedId: string, fields: AffectedFields): Promise<void> {
  try {
    await office.counselling.incidents.saveAffected({ id, affectedId, fields })
  } catch (error) {
    showFailure(error)
  }
}
