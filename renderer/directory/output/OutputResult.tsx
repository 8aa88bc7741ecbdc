import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { undoChange } from '../../ui/notices.tsx'
import { contactsText } from './formats.ts'
import { LeftOutList } from './LeftOutList.tsx'
import type { Output, OutputResult } from './useOutput.ts'

/** What was given out, and who wasn't and why. */
export function OutputResultView({ output, result: { written, leftOut, changed, change }, onClose }: { output: Output; result: OutputResult; onClose: () => void }) {
  const letters = output.format === 'letters'
  return (
    <Stack gap="sm">
      <Alert icon={<IconCheck aria-hidden />} role="status" title={letters ? `${written === 1 ? '1 Schreiben' : `${written.toLocaleString('de-DE')} Schreiben`} erstellt` : `${contactsText(written)} ausgegeben`}>
        {letters && 'Jedes hat seine Nummer und steht im Register unter „Schreiben“.'}
        {!letters && (leftOut.length === 0 ? 'Niemand wurde ausgelassen.' : `${contactsText(leftOut.length)} ${leftOut.length === 1 ? 'wurde' : 'wurden'} ausgelassen.`)}
      </Alert>
      {changed.length > 0 && (
        <Text size="sm">
          Windows-1252 kennt nicht alle Buchstaben. Anders geschrieben wurden {changed.length.toLocaleString('de-DE')} Wörter, z. B.{' '}
          {changed.slice(0, 6).map(({ from, to }) => `${from} → ${to}`).join(', ')}. Mit „CSV, UTF-8“ oder Excel bleiben sie richtig.
        </Text>
      )}
      <LeftOutList leftOut={leftOut} open />
      <Group gap="sm">
        <Button onClick={onClose}>Schließen</Button>
        {leftOut.length > 0 && <Button variant="default" onClick={() => void output.saveLeftOut()}>Ausgelassene als PDF</Button>}
        <Button variant="default" onClick={output.again}>Weiteres ausgeben</Button>
        {change !== null && <Button variant="subtle" onClick={() => { void undoChange('office', change); onClose() }}>Schreiben aus dem Register nehmen</Button>}
      </Group>
    </Stack>
  )
}
