import { Alert, Button, Checkbox, Group, Loader, Modal, Progress, Select, Stack, Text } from '@mantine/core'
import { IconInfoCircle, IconMailForward } from '@tabler/icons-react'
import { useState } from 'react'
import { isoDay } from '../../../shared/dates.ts'
import { purposeOptions } from '../../../shared/directory/dealings/purposes.ts'
import { outputUseLabels } from '../../../shared/directory/output/labels.ts'
import { channelOf, outputUses, type OutputFormat, type OutputSource } from '../../../shared/directory/output/model.ts'
import { usePolicy } from '../../app/usePolicy.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { SetByIt } from '../../ui/SetByIt.tsx'
import { EmailOutput } from './EmailOutput.tsx'
import { FileOutput } from './FileOutput.tsx'
import { contactsText, formatOptions, proposals } from './formats.ts'
import { LeftOutList } from './LeftOutList.tsx'
import { OutputResultView } from './OutputResult.tsx'
import { useOutput, type Output } from './useOutput.ts'

/** „Ausgeben": a list of contacts as file, addresses, labels or letters. Says before and after who is left out and why. */
export function OutputDialog({ source, title, onClose }: { source: OutputSource; title: string; onClose: () => void }) {
  const output = useOutput(source, title)
  const { format, setFormat, check, running, result } = output
  const { forbids } = usePolicy()
  const isForbidden = (value: OutputFormat): boolean => value !== 'email' && value !== 'letters' && forbids(proposals[value].kind)
  return (
    <Modal opened onClose={running === null ? onClose : () => {}} withCloseButton={running === null} size={820} title={`Ausgeben: ${title}`}>
      {result !== null ? <OutputResultView output={output} result={result} onClose={onClose} /> : (
        <Stack gap="sm">
          <Group grow align="flex-start" gap="sm">
            <Select data-autofocus label="Ausgeben als" allowDeselect={false} data={formatOptions.map(({ group, items }) => ({ group, items: items.map((item) => ({ ...item, disabled: isForbidden(item.value) })) }))} value={format} onChange={(value) => value !== null && setFormat(value)} maxDropdownHeight={420} disabled={running !== null} />
            <UseFields output={output} fromList={source.kind === 'list'} />
          </Group>
          {check.error ? <FailureAlert error={check.error} retry={() => void check.refetch()} /> : check.data === undefined ? <Loader size="sm" aria-label="Wird geprüft" /> : (
            <>
              <CheckLine output={output} fromList={source.kind === 'list'} />
              <LeftOutList leftOut={check.data.leftOut} />
              {running !== null ? <Running output={output} /> : format === 'email' ? <EmailOutput output={output} />
                : format === 'letters' ? <Button w="fit-content" leftSection={<IconMailForward size={17} aria-hidden />} onClick={() => void output.prepareLetters()}>Serienbrief vorbereiten</Button>
                  : isForbidden(format) ? <SetByIt text="Dieses Format hat Ihre IT gesperrt. Bitte ein anderes wählen." /> : <FileOutput key={format} output={output} format={format} />}
            </>
          )}
        </Stack>
      )}
    </Modal>
  )
}

/** For what the contacts are given out. A list has its purpose already. */
function UseFields({ output: { purpose, setPurpose, use, setUse }, fromList }: { output: Output; fromList: boolean }) {
  const [purposes] = useState(() => purposeOptions(isoDay(new Date())))
  return (
    <>
      {!fromList && <Select label="Zweck" placeholder="keiner" clearable data={purposes} value={purpose || null} onChange={(value) => setPurpose(value ?? '')} />}
      <Select label="Verwendung" allowDeselect={false} data={outputUses.map((value) => ({ value, label: outputUseLabels[value] }))} value={use} onChange={(value) => setUse(value === 'publish' ? 'publish' : 'internal')} />
    </>
  )
}

/** How many are given out, and what can be decided about the others. */
function CheckLine({ output: { check, format, despite, setDespite, byChannel, setByChannel }, fromList }: { output: Output; fromList: boolean }) {
  const included = check.data?.included ?? 0
  const left = check.data?.leftOut ?? []
  const undecided = left.filter(({ kind }) => kind === 'undecided').length
  const channel = channelOf(format)
  return (
    <>
      <Alert icon={<IconInfoCircle aria-hidden />} color={included === 0 ? 'amber' : 'petrol'} role="status" p="xs" title={`${contactsText(included)} ${included === 1 ? 'wird' : 'werden'} ausgegeben${left.length > 0 ? `, ${left.length.toLocaleString('de-DE')} nicht` : ''}.`} />
      {(undecided > 0 || despite) && (
        <Checkbox
          label={undecided > 0 ? `Auch ${undecided.toLocaleString('de-DE')} ausgeben, bei denen Zweck oder Veröffentlichung nicht geklärt ist` : 'Auch ausgeben, wo Zweck oder Veröffentlichung nicht geklärt ist'}
          checked={despite}
          onChange={(event) => setDespite(event.currentTarget.checked)}
        />
      )}
      {fromList && channel !== null && (
        <Checkbox label={channel === 'email' ? 'Nur wer per E-Mail erreicht wird' : 'Nur wer per Brief erreicht wird'} checked={byChannel} onChange={(event) => setByChannel(event.currentTarget.checked)} />
      )}
    </>
  )
}

function Running({ output: { running, stop } }: { output: Output }) {
  if (running === null) return null
  const { done, total } = running
  return (
    <Group gap="md" wrap="nowrap">
      <Progress flex={1} size="lg" value={total === 0 ? 0 : (done / total) * 100} aria-label="Fortschritt der Ausgabe" />
      <Text size="sm" role="status" style={{ whiteSpace: 'nowrap' }}>{`${done.toLocaleString('de-DE')} von ${total.toLocaleString('de-DE')}`}</Text>
      <Button variant="default" onClick={stop}>Anhalten</Button>
    </Group>
  )
}
