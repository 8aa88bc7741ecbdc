import { ActionIcon, Anchor, Text, Tooltip } from '@mantine/core'
import { IconAbc, IconBriefcase, IconBuilding, IconCompass, IconCopy, IconDeviceMobile, IconDots, IconHierarchy, IconLanguage, IconMail, IconMailOpened, IconMap2, IconMapPin, IconNote, IconPhone, IconPrinter, IconUser, IconWorld, type Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { isoDay } from '../../shared/dates.ts'
import { landOfAgs } from '../../shared/directory/ags.ts'
import { countryNames } from '../../shared/directory/countries.ts'
import type { Contact } from '../../shared/directory/contact.ts'
import { detailLabel } from '../../shared/directory/details.ts'
import { addressKindLabels, affiliationLabels, channelKindLabels, publicationLabels, salutationLabels } from '../../shared/directory/labels.ts'
import { displayName } from '../../shared/directory/names.ts'
import { heldRoles } from '../../shared/directory/roles.ts'
import type { Address, ChannelKind } from '../../shared/directory/model.ts'
import { desktop } from '../app/office.ts'
import { Personal } from '../ui/Personal.tsx'
import { showFailure, showNotice } from '../ui/notices.tsx'
import { CheckedLine } from './CheckedLine.tsx'
import classes from './ContactRecord.module.css'
import { ContactLists } from './lists/ContactLists.tsx'

const channelIcons: Record<ChannelKind, Icon> = {
  phone: IconPhone, mobile: IconDeviceMobile, fax: IconPrinter, email: IconMail, web: IconWorld, other: IconDots,
}

/** The details of a contact to read, each channel and address with one click on the clipboard. */
export function ContactDetails({ contact, onOpen }: { contact: Contact; onOpen: (id: string) => void }) {
  const [role] = heldRoles(contact.roles, isoDay(new Date()))
  const isEmpty = contact.channels.length === 0 && contact.addresses.length === 0 && contact.note === ''
  return (
    <>
      <dl className={classes.lines}>
        {contact.channels.map(({ id, kind, value, label }) => (
          <Line key={id} icon={channelIcons[kind]} term={channelKindLabels[kind]} copy={value}>
            {value}
            {label && <span className={classes.label}> ({label})</span>}
          </Line>
        ))}
        {contact.addresses.map((address) => (
          <Line key={address.id} icon={IconMapPin} term={addressKindLabels[address.kind]} copy={addressText(address)}>{addressText(address)}</Line>
        ))}
        {role && (
          <Line icon={contact.kind === 'person' ? IconBuilding : IconUser} term={contact.kind === 'person' ? 'Organisation' : 'Ansprechperson'}>
            <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onOpen(contact.kind === 'person' ? role.organisationId : role.personId)}>
              {contact.kind === 'person' ? role.organisationName : role.personName}
            </Anchor>
            {role.title && <span className={classes.label}> {role.title}</span>}
          </Line>
        )}
        {contact.subordinates.length > 0 && (
          <Line icon={IconHierarchy} term="Gehört dazu">
            <ul className={classes.roles}>
              {contact.subordinates.map(({ id, name, department }) => (
                <li key={id}><Anchor component="button" type="button" size="sm" ta="left" onClick={() => onOpen(id)}>{[name === displayName(contact) ? '' : name, department].filter(Boolean).join(', ')}</Anchor></li>
              ))}
            </ul>
          </Line>
        )}
        {contact.responsibilityArea && <Line icon={IconCompass} term="Zuständig für">{contact.responsibilityArea}</Line>}
        {contact.ags && <Line icon={IconMap2} term={contact.ags.length === 5 ? 'Kreis' : 'Gemeinde'} copy={contact.ags}>{contact.ags}<span className={classes.label}> {landOfAgs(contact.ags)}</span></Line>}
        {contact.kind === 'person' && contact.salutation !== 'none' && <Line icon={IconUser} term="Anrede">{salutationLabels[contact.salutation]}</Line>}
        {contact.salutationText && <Line icon={IconMailOpened} term="Im Brief">{contact.salutationText}</Line>}
        {contact.kind === 'organisation' && contact.shortName && <Line icon={IconBuilding} term="Kurzname">{contact.shortName}</Line>}
        {contact.kind === 'person' && contact.originalName && <Line icon={IconAbc} term="Eigene Schrift" copy={contact.originalName}><bdi>{contact.originalName}</bdi></Line>}
        {contact.kind === 'person' && contact.transliteration && (
          <Line icon={IconAbc} term="Umschrift" copy={contact.transliteration}>
            {contact.transliteration}
            {contact.transliterationStandard && <span className={classes.label}> {contact.transliterationStandard}</span>}
          </Line>
        )}
        {contact.kind === 'person' && contact.formerNames && <Line icon={IconUser} term="Früher">{contact.formerNames}</Line>}
        {contact.areas.length > 0 && <Line icon={IconBriefcase} term="Arbeitsfelder">{contact.areas.map((code) => detailLabel('areas', code)).join(' · ')}</Line>}
        {contact.languages.length > 0 && <Line icon={IconLanguage} term="Sprachen">{contact.languages.map((code) => detailLabel('languages', code)).join(', ')}</Line>}
        {contact.affiliation !== 'unknown' && <Line icon={IconBuilding} term="Zugehörigkeit">{affiliationLabels[contact.affiliation]}</Line>}
        {contact.publication !== 'unknown' && <Line icon={IconWorld} term="Veröffentlichung">{publicationLabels[contact.publication]}</Line>}
        {contact.note && <Line icon={IconNote} term="Notiz">{contact.note}</Line>}
      </dl>
      <CheckedLine contact={contact} />
      {!contact.trashed && <ContactLists contactId={contact.id} />}
      {isEmpty && <Text size="sm" c="dimmed" mt="sm">Noch keine Anschrift und keine Nummer. „Bearbeiten“ trägt sie ein.</Text>}
    </>
  )
}

function Line({ icon: LineIcon, term, copy, children }: { icon: Icon; term: string; copy?: string; children: ReactNode }) {
  return (
    <div className={classes.line}>
      <LineIcon size={17} stroke={1.6} className={classes.icon} aria-hidden />
      <dt>{term}</dt>
      <dd>
        <Personal>{children}</Personal>
      </dd>
      {copy && (
        <dd className="no-print">
          <Tooltip label={`${term} kopieren`}>
            <ActionIcon variant="subtle" color="gray" aria-label={`${term} kopieren: ${copy}`} onClick={() => void copyChannel(term, copy)}>
              <IconCopy size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </dd>
      )}
    </div>
  )
}

async function copyChannel(term: string, text: string): Promise<void> {
  try {
    await desktop.copyText(text)
    showNotice(`${term} kopiert. Die Zwischenablage wird nach einer Minute geleert.`)
  } catch (error) {
    showFailure(error)
  }
}

function addressText({ street, extra, postalCode, place, country }: Address): string {
  const abroad = country === 'DE' ? '' : countryNames('de').find(({ code }) => code === country)?.name ?? country
  return [extra, street, [postalCode, place].filter(Boolean).join(' '), abroad].filter(Boolean).join('\n')
}
