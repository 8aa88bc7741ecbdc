import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { DecisionDialog } from '../ui/DecisionDialog.tsx'

/** A new record that begins with its name. */
export function NewByTitle({ title, label, fault, onClose, onCreate }: { title: string; label: string; fault: string; onClose(): void; onCreate(name: string): void }): ReactNode {
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  return (
    <DecisionDialog title={title} confirm="Anlegen" onConfirm={() => (name.trim() === '' ? setMissing(true) : onCreate(name))} onClose={onClose}>
      <TextInput label={label} data-autofocus maxLength={300} value={name} error={missing ? fault : undefined} onChange={(event) => { setName(event.currentTarget.value); setMissing(false) }} />
    </DecisionDialog>
  )
}
