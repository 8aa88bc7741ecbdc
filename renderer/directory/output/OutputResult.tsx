import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { contactsText } from './formats.ts'
import { LeftOutList } from './LeftOutList.tsx'
import type { Output, OutputResult } from './useOutput.ts'
import { ExportButton } from '../../ui/Export.tsx'

/** What was given out, and who wasn't and why. */
export function OutputResultView({ output, result: { written, leftOut, changed }, onClose }: { output: Output; result: OutputResult; onClose: () => void }) {
  return (
    <Stack gap="sm">
      <Alert icon={<IconCheck aria-hidden />} role="status" title={`${contactsText(written)} ausgegeben`}>
        {leftOut.length === 0 ? 'Niemand wurde ausgelassen.' : `${contactsText(leftOut.length)} ${leftOut.length === 1 ? 'wurde' : 'wurden'} ausgelassen.`}
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
        {leftOut.length > 0 && <ExportButton format="pdf" variant="default" onClick={() => void output.saveLeftOut()}>Ausgelassene als PDF</ExportButton>}
        <Button variant="default" onClick={output.again}>Weiteres ausgeben</Button>
      </Group>
    </Stack>
  )
}
