import {
  IconAddressBook,
  IconCalendar,
  IconCalendarEvent,
  IconChecklist,
  IconFileText,
  IconHome,
  IconMessages,
  IconSettings,
  IconTrash,
  IconHelp,
  type Icon,
} from '@tabler/icons-react'
import type { Side } from '../../shared/records/model.ts'
import type { Command } from '../../shared/shortcuts.ts'

/** One entry of the navigation. */
export interface Area {
  label: string
  path: '/' | '/directory' | '/counselling' | '/correspondence' | '/tasks' | '/events' | '/calendar' | '/trash' | '/settings' | '/help'
  icon: Icon
  command: Command
  /** Which database the area lives in; it isn't shown to people without that key. */
  side: Side
  place: 'work' | 'foot'
}

/** The areas of the office in the order of the navigation. */
export const areas: readonly Area[] = [
  { label: 'Übersicht', path: '/', icon: IconHome, command: 'area-1', side: 'office', place: 'work' },
  { label: 'Kontakte', path: '/directory', icon: IconAddressBook, command: 'area-2', side: 'office', place: 'work' },
  { label: 'Beratung', path: '/counselling', icon: IconMessages, command: 'area-3', side: 'counselling', place: 'work' },
  { label: 'Schreiben', path: '/correspondence', icon: IconFileText, command: 'area-4', side: 'office', place: 'work' },
  { label: 'Veranstaltungen', path: '/events', icon: IconCalendarEvent, command: 'area-5', side: 'office', place: 'work' },
  { label: 'Aufgaben', path: '/tasks', icon: IconChecklist, command: 'area-6', side: 'office', place: 'work' },
  { label: 'Kalender', path: '/calendar', icon: IconCalendar, command: 'area-7', side: 'office', place: 'work' },
  { label: 'Papierkorb', path: '/trash', icon: IconTrash, command: 'area-8', side: 'office', place: 'foot' },
  { label: 'Einstellungen', path: '/settings', icon: IconSettings, command: 'area-9', side: 'office', place: 'foot' },
  { label: 'Hilfe', path: '/help', icon: IconHelp, command: 'help', side: 'office', place: 'foot' },
]

/** Where a record of a type is shown. Global search, trash and notices open records by it. */
export const recordPaths: Readonly<Record<string, Area['path'] | '/counselling/consultations' | '/counselling/deadlines' | '/counselling/titles' | '/counselling/referrals' | '/counselling/letters' | '/counselling/escalations' | '/counselling/incidents' | '/directory/lists' | '/directory/privacy' | '/correspondence/templates' | '/correspondence/blocks' | '/correspondence/statements' | '/correspondence/register' | '/correspondence/papers' | '/correspondence/files' | '/correspondence/press' | '/correspondence/clippings' | '/correspondence/material' | '/correspondence/serial' | '/events/venues' | '/events/series' | '/events/checklists' | '/calendar/days'>> = {
  contact: '/directory',
  'distribution-list': '/directory/lists',
  // It bears the id of the contact that it is about.
  'protected-note': '/directory',
  case: '/counselling',
  consultation: '/counselling/consultations',
  deadline: '/counselling/deadlines',
  'residence-status': '/counselling/titles',
  escalation: '/counselling/escalations',
  incident: '/counselling/incidents',
  referral: '/counselling/referrals',
  'client-letter': '/counselling/letters',
  letter: '/correspondence',
  'document-template': '/correspondence/templates',
  'text-block': '/correspondence/blocks',
  statement: '/correspondence/statements',
  'register-entry': '/correspondence/register',
  document: '/correspondence/papers',
  dossier: '/correspondence/files',
  matter: '/correspondence/files',
  'serial-run': '/correspondence/serial',
  'register-settings': '/correspondence/register',
  'press-release': '/correspondence/press',
  clipping: '/correspondence/clippings',
  'press-settings': '/correspondence/press',
  material: '/correspondence/material',
  'material-edition': '/correspondence/material',
  task: '/tasks',
  'calendar-entry': '/calendar',
  'overruled-day': '/calendar/days',
  event: '/events',
  'event-receipt': '/events',
  venue: '/events/venues',
  'event-series': '/events/series',
  checklist: '/events/checklists',
  letterhead: '/settings',
  'privacy-office': '/directory/privacy',
}
