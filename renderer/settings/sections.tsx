import { IconBuildingBank, IconFileText, IconPalette, IconShieldLock, IconSignature, IconUserShield, IconUsers, type Icon } from '@tabler/icons-react'
import { lazy, type ComponentType } from 'react'
import type { Role } from '../../shared/vault/roles.ts'

/** One section of the settings. */
export interface SettingsSection {
  /** Stands in the route: `/settings?section=…`. */
  name: string
  label: string
  icon: Icon
  /** Who sees it; everybody if left out. What a person may do is decided by the office process all the same. */
  roles?: readonly Role[]
  Screen: ComponentType
}

/** All sections in their order. */
export const settingsSections: readonly SettingsSection[] = [
  {
    name: 'letterhead',
    label: 'Briefkopf',
    icon: IconFileText,
    Screen: lazy(() => import('./LetterheadSection.tsx').then((module) => ({ default: module.LetterheadSection }))),
  },
  {
    name: 'signing',
    label: 'Zeichnung',
    icon: IconSignature,
    Screen: lazy(() => import('./SigningSection.tsx').then((module) => ({ default: module.SigningSection }))),
  },
  {
    name: 'appearance',
    label: 'Darstellung',
    icon: IconPalette,
    Screen: lazy(() => import('./AppearanceSection.tsx').then((module) => ({ default: module.AppearanceSection }))),
  },
  {
    name: 'security',
    label: 'Sperren',
    icon: IconShieldLock,
    Screen: lazy(() => import('./LockSection.tsx').then((module) => ({ default: module.LockSection }))),
  },
  {
    name: 'people',
    label: 'Personen und Zugänge',
    icon: IconUsers,
    Screen: lazy(() => import('./people/PeopleSection.tsx').then((module) => ({ default: module.PeopleSection }))),
  },
  {
    name: 'deputy',
    label: 'Vertretungsfall',
    icon: IconUserShield,
    roles: ['leitung'],
    Screen: lazy(() => import('./deputy/DeputySection.tsx').then((module) => ({ default: module.DeputySection }))),
  },
  {
    name: 'policy',
    label: 'Vorgaben Ihrer IT',
    icon: IconBuildingBank,
    Screen: lazy(() => import('./PolicySection.tsx').then((module) => ({ default: module.PolicySection }))),
  },
]
