import { Kbd, Text } from '@mantine/core'
import { IconMessagePlus } from '@tabler/icons-react'
import { keysOf } from '../../shared/shortcuts.ts'
import { runCommand } from '../app/commands.ts'
import classes from './OverviewScreen.module.css'

/** Opens the quick line; says by an example what can be typed into it. */
export function QuickLineCard() {
  return (
    <button type="button" className={classes.quick} onClick={() => runCommand('counsel')}>
      <IconMessagePlus size={20} aria-hidden />
      <Text span size="sm" fw={600}>Schnelleintrag</Text>
      <Text span size="sm" c="dimmed" className={classes.cut}>zum Beispiel: tel 20min Aufenthalt Dari Lotse ja #Wohnen</Text>
      <Kbd>{keysOf('counsel')}</Kbd>
    </button>
  )
}
