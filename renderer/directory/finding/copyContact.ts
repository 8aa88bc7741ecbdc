import type { KeyboardEvent } from 'react'
import type { Contact } from '../../../shared/directory/contact.ts'
import { preferredOf } from '../../../shared/directory/model.ts'
import { desktop, office } from '../../app/office.ts'
import { showFailure, showNotice } from '../../ui/notices.tsx'

export type CopiedChannel = 'phone' | 'email'

const words: Record<CopiedChannel, { name: string, missing: string }> = {
  phone: { name: 'Telefonnummer', missing: 'Bei diesem Kontakt steht keine Telefonnummer.' },
  email: { name: 'E-Mail-Adresse', missing: 'Bei diesem Kontakt steht keine E-Mail-Adresse.' },
}

/** Copies the preferred number or e-mail address of a contact, and says which one it was. */
export async function copyContact(id: string, kind: CopiedChannel): Promise<void> {
  const { name, missing } = words[kind]
  try {
    const value = channelOf(await office.directory.get({ id }), kind)
    if (value === undefined) return showNotice(missing)
    await desktop.copyText(value)
    showNotice(`${name} kopiert: „${value}“. Die Zwischenablage wird nach einer Minute geleert.`)
  } catch (error) {
    showFailure(error)
  }
}

/** In the list a single letter copies from the contact at hand: T the telephone number, E the e-mail address. */
export function copyByKey(event: KeyboardEvent, id: string): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false
  const kind = event.key === 't' ? 'phone' : event.key === 'e' ? 'email' : null
  if (kind !== null) void copyContact(id, kind)
  return kind !== null
}

function channelOf({ channels }: Contact, kind: CopiedChannel): string | undefined {
  return preferredOf(channels.filter((channel) => kind === 'email' ? channel.kind === 'email' : channel.kind === 'phone' || channel.kind === 'mobile'))?.value
}
