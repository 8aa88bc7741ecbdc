import { useState } from 'react'
import { passphraseProblem } from '../../../shared/vault/passphrase.ts'
import { repeatProblem } from '../../ui/NewPassphrase.tsx'

/** State of two passphrase fields: the props for `NewPassphrase`, and a check before anything is sent. */
export function usePassphrasePair() {
  const [passphrase, onPassphrase] = useState('')
  const [repeated, onRepeated] = useState('')
  const [errors, setErrors] = useState<{ passphrase?: string | undefined; repeated?: string | undefined }>({})

  /** Whether the passphrase may be used; shows what is wrong otherwise. */
  function check(): boolean {
    const found = {
      passphrase: passphraseProblem(passphrase),
      repeated: repeatProblem(passphrase, repeated) ?? undefined,
    }
    setErrors(found)
    return !found.passphrase && !found.repeated
  }

  return { fields: { passphrase, repeated, onPassphrase, onRepeated, errors }, passphrase, check }
}
