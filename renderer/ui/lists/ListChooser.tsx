import { Button, Group, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useRef, type ReactNode } from 'react'
import classes from './Lists.module.css'

/** Lets the person choose lists by button or by dropping them here. */
export function ListChooser({ label, name, prompt, hint, accept, disabled, multiple = false, children, onChoose }: {
  label: string
  /** Name of the chosen file. */
  name: string | null
  /** What to do, and what may be chosen, as long as nothing is. */
  prompt: string
  hint: string
  accept: string
  disabled: boolean
  multiple?: boolean
  /** Further ways beside the button. */
  children?: ReactNode
  onChoose: (files: File[]) => void
}) {
  const open = useRef<() => void>(null)
  return (
    <Dropzone
      unstyled
      classNames={{ root: classes.chooser ?? '' }}
      openRef={open}
      onDrop={onChoose}
      multiple={multiple}
      activateOnClick={false}
      activateOnKeyboard={false}
      disabled={disabled}
      tabIndex={-1}
      inputProps={{ 'aria-label': label, accept }}
    >
      <Group gap="md" wrap="wrap">
        <IconFileSpreadsheet size={32} stroke={1.4} aria-hidden />
        <div className={classes.chooserText}>
          <Text fw={600}>{name ?? prompt}</Text>
          <Text size="sm" c="dimmed">{name === null ? hint : 'Die Datei selbst wird nicht verändert.'}</Text>
        </div>
        <Group gap="sm" ml="auto" className={classes.chooserButtons ?? ''}>
          <Button variant={name === null ? 'filled' : 'default'} disabled={disabled} onClick={() => open.current?.()}>
            {name === null ? 'Datei wählen' : 'Andere Datei wählen'}
          </Button>
          {children}
        </Group>
      </Group>
    </Dropzone>
  )
}
