import { Anchor, Button, Group, Kbd, List, Text, Title } from '@mantine/core'
import { IconArrowsJoin, IconClock, IconEqual, IconEqualNot } from '@tabler/icons-react'
import { doubtLabels, reasonLabels } from '../../../shared/directory/duplicates/certainty.ts'
import type { Decision } from '../../../shared/directory/duplicates/contract.ts'
import { differs } from '../../../shared/directory/duplicates/combine.ts'
import { mergeFields } from '../../../shared/directory/duplicates/merge-fields.ts'
import type { Contact } from '../../../shared/directory/contact.ts'
import { displayName } from '../../../shared/directory/names.ts'
import type { ContactInput } from '../../../shared/directory/model.ts'
import type { OfficeClient } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { Lines } from '../../ui/ChoiceRow.tsx'
import { Personal } from '../../ui/Personal.tsx'
import { CertaintyMark } from './CertaintyMark.tsx'
import classes from './Duplicates.module.css'
import { fieldLines, fieldsToShow } from './fieldText.ts'
import { useScreenKeys } from './useScreenKeys.ts'

export type ComparedPair = Awaited<ReturnType<OfficeClient['directory']['duplicates']['compare']>>

/** Two contacts side by side, what speaks for and against their being one, and the decision. */
export function PairComparison({ pair, onSame, onDecide }: { pair: ComparedPair; onSame: () => void; onDecide: (decision: Decision) => void }) {
  const { one, other, finding, links, superiors } = pair
  useScreenKeys({ g: onSame, v: () => onDecide('different'), s: () => onDecide('later') })
  return (
    <section className={classes.pair} aria-label="Vergleich">
      <Title order={2} size="h3">Derselbe Kontakt?</Title>
      {finding && (
        <div className={classes.finding}>
          <CertaintyMark certainty={finding.certainty} />
          <List size="sm" listStyleType="none" className={classes.reasons}>
            {finding.reasons.map((reason) => <List.Item key={reason} icon={<IconEqual size={15} aria-label="spricht dafür" />}>{reasonLabels[reason]}</List.Item>)}
            {finding.doubts.map((doubt) => <List.Item key={doubt} icon={<IconEqualNot size={15} aria-label="spricht dagegen" />}>{doubtLabels[doubt]}</List.Item>)}
          </List>
        </div>
      )}
      <Group gap={8} my="sm" className="no-print">
        <Button leftSection={<IconArrowsJoin size={17} aria-hidden />} rightSection={<Kbd size="xs">G</Kbd>} onClick={onSame}>Gleich …</Button>
        <Button variant="default" leftSection={<IconEqualNot size={17} aria-hidden />} rightSection={<Kbd size="xs">V</Kbd>} onClick={() => onDecide('different')}>Verschieden</Button>
        <Button variant="default" leftSection={<IconClock size={17} aria-hidden />} rightSection={<Kbd size="xs">S</Kbd>} onClick={() => onDecide('later')}>Später</Button>
      </Group>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Angabe</th>
            {[one, other].map((contact) => <th key={contact.id} scope="col"><ContactHead contact={contact} /></th>)}
          </tr>
        </thead>
        <tbody>
          {fieldsToShow(one, other, superiors).map((field) => (
            <tr key={field} data-differs={differs(one as ContactInput, other as ContactInput, field) || undefined}>
              <th scope="row">{mergeFields[field].label}</th>
              {[one, other].map((contact) => <td key={contact.id}><Lines lines={fieldLines(contact, field, superiors)} /></td>)}
            </tr>
          ))}
          <tr>
            <th scope="row">Verknüpfungen</th>
            {[links.one, links.other].map((count, index) => <td key={index === 0 ? 'one' : 'other'}>{count === 0 ? 'keine' : count.toLocaleString('de-DE')}</td>)}
          </tr>
        </tbody>
      </table>
      <Text size="xs" c="dimmed" mt="sm">„Verschieden“ gilt für immer und lässt sich unter „Entschieden“ zurücknehmen. Verknüpfungen sind Funktionen, Schreiben, Verteiler, Vereinbarungen und Einträge der Kontaktgeschichte.</Text>
    </section>
  )
}

function ContactHead({ contact }: { contact: Contact }) {
  return (
    <Anchor component="button" type="button" ta="left" fw={600} onClick={() => openRecord({ type: 'contact', id: contact.id })} title="Kontakt öffnen">
      <Personal>{displayName(contact)}</Personal>
    </Anchor>
  )
}
