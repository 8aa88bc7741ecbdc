import { PasswordInput, type PasswordInputProps } from '@mantine/core'

/** A passphrase field: can be shown, is never filled in or checked by the browser. */
export function PassphraseInput(props: PasswordInputProps) {
  return (
    <PasswordInput
      size="sm"
      autoComplete="off"
      autoCorrect="off"
      autoCapitalize="off"
      spellCheck={false}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': 'Eingabe anzeigen oder verbergen' }}
      {...props}
    />
  )
}
