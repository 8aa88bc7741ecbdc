import { Box, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { passphraseLength, PASSPHRASE_MIN_LENGTH } from '../../shared/vault/passphrase.ts'
import type { PassphraseStrength } from '../../shared/vault/passphrase-strength.ts'
import { usePolicy } from '../app/usePolicy.ts'
import classes from './NewPassphrase.module.css'
import { PassphraseInput } from './PassphraseInput.tsx'

export interface NewPassphraseProps {
  /** Label of the first field; the second one adds "wiederholen". */
  label?: string
  passphrase: string
  repeated: string
  onPassphrase(value: string): void
  onRepeated(value: string): void
  errors?: { passphrase?: string | undefined; repeated?: string | undefined }
  /** Words that an attacker would try first: names of office and person. */
  context?: string[]
}

/** Words of the strengths that IT can ask for. */
const strengthWords = ['', 'schwach', 'mäßig', 'gut', 'sehr gut'] as const
const noErrors = {}
const noWords: string[] = []

/** Two fields for a new passphrase, with a strength meter that says in words what would make it better. */
export function NewPassphrase({ label = 'Passphrase', errors = noErrors, context = noWords, ...props }: NewPassphraseProps) {
  const { MinPassphraseLength, MinPassphraseStrength } = usePolicy().values
  const strength = MinPassphraseStrength === undefined ? '' : `, Stärke mindestens „${strengthWords[MinPassphraseStrength] ?? ''}“`
  const byIt = MinPassphraseLength === undefined && MinPassphraseStrength === undefined ? '' : ' (von Ihrer IT vorgegeben)'
  return (
    <Stack gap="sm">
      <Box>
        <PassphraseInput
          label={label}
          description={`Mindestens ${MinPassphraseLength ?? PASSPHRASE_MIN_LENGTH} Zeichen${strength}${byIt}. Am besten ein Satz, den nur Sie kennen.`}
          value={props.passphrase}
          onChange={(event) => props.onPassphrase(event.currentTarget.value)}
          error={errors.passphrase}
        />
        <StrengthMeter passphrase={props.passphrase} context={context} />
      </Box>
      <PassphraseInput
        label={`${label} wiederholen`}
        value={props.repeated}
        onChange={(event) => props.onRepeated(event.currentTarget.value)}
        error={errors.repeated}
      />
    </Stack>
  )
}

/** What is wrong with the second field, if anything. */
export function repeatProblem(passphrase: string, repeated: string): string | null {
  // Compared as they will be used: an umlaut typed in another way is the same passphrase.
  return passphrase.normalize('NFKC') === repeated.normalize('NFKC') ? null : 'Die beiden Eingaben stimmen nicht überein.'
}

function StrengthMeter({ passphrase, context }: { passphrase: string; context: string[] }) {
  const [settled] = useDebouncedValue(passphrase, 250)
  const [strength, setStrength] = useState<PassphraseStrength | null>(null)
  const words = context.join(' ')

  useEffect(() => {
    let current = true
    if (settled === '') setStrength(null)
    else {
      void import('../../shared/vault/passphrase-strength.ts')
        .then(({ passphraseStrength }) => passphraseStrength(settled, [words]))
        .then((result) => current && setStrength(result))
        // The meter is advice; without it the rule of length still holds.
        .catch(() => setStrength(null))
    }
    return () => {
      current = false
    }
  }, [settled, words])

  const tooShort = passphraseLength(settled) < PASSPHRASE_MIN_LENGTH
  return (
    <>
      <div className={classes.meter} aria-hidden>
        {[1, 2, 3, 4].map((step) => {
          const reached = strength !== null && strength.score >= step
          return <span key={step} className={`${classes.step} ${reached ? (strength.score >= 3 ? classes.strong : classes.reached) : ''}`} />
        })}
      </div>
      <Text size="xs" c="dimmed" mt={4} mih={20} role="status">
        {strength && (
          <>
            Stärke: {tooShort ? 'zu kurz' : strength.word}. {strength.tip}
          </>
        )}
      </Text>
    </>
  )
}
