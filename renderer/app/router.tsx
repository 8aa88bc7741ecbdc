import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { IconDatabaseExport, IconFolders, IconListCheck, IconPackageExport, IconTransfer } from '@tabler/icons-react'
import { z } from 'zod'
import { history } from './history.ts'
import { NoSuchScreen } from './NoSuchScreen.tsx'
import { Shell } from './Shell.tsx'
import { OverviewScreen } from '../overview/OverviewScreen.tsx'

const root = createRootRoute({ component: Shell })

/** Which record of a list is open; `new` opens the form for another one. */
const selection = z.object({ id: z.string().optional(), new: z.boolean().optional() })

const routes = [
  createRoute({ getParentRoute: () => root, path: '/', component: OverviewScreen }),
  createRoute({
    getParentRoute: () => root,
    path: '/directory',
    validateSearch: selection.extend({ new: z.boolean().optional() }),
    component: lazyRouteComponent(() => import('../directory/DirectoryScreen.tsx'), 'DirectoryScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/directory/lists',
    validateSearch: selection.omit({ new: true }),
    component: lazyRouteComponent(() => import('../directory/lists/ListsScreen.tsx'), 'ListsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/directory/import',
    component: lazyRouteComponent(() => import('../directory/import/ImportScreen.tsx'), 'ImportScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/directory/duplicates',
    // `pair`: the ids of two contacts, parted by a colon; `merge`: they are being made one.
    validateSearch: z.object({ pair: z.string().optional(), merge: z.boolean().optional() }),
    component: lazyRouteComponent(() => import('../directory/duplicates/DuplicatesScreen.tsx'), 'DuplicatesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/directory/network',
    // `id`: the organisation at the top of the chart, or the contact in the middle of the picture.
    validateSearch: z.object({ view: z.enum(['chart', 'picture', 'matrix']).optional(), id: z.string().optional() }),
    component: lazyRouteComponent(() => import('../directory/network/NetworkScreen.tsx'), 'NetworkScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/directory/privacy',
    validateSearch: z.object({ tab: z.enum(['review', 'log', 'office']).optional() }),
    component: lazyRouteComponent(() => import('../directory/privacy/PrivacyScreen.tsx'), 'PrivacyScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/counselling',
    // `new`: enter a consultation without a case; the list of all consultations takes over.
    validateSearch: selection.extend({ new: z.literal('consultation').optional() }),
    component: lazyRouteComponent(() => import('../counselling/CasesScreen.tsx'), 'CasesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/counselling/consultations',
    validateSearch: selection.extend({ new: z.literal('consultation').optional() }),
    component: lazyRouteComponent(() => import('../counselling/ConsultationsScreen.tsx'), 'ConsultationsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/counselling/deadlines',
    validateSearch: selection.omit({ new: true }),
    component: lazyRouteComponent(() => import('../counselling/deadlines/list/DeadlinesScreen.tsx'), 'DeadlinesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/counselling/titles',
    validateSearch: selection.omit({ new: true }),
    component: lazyRouteComponent(() => import('../counselling/residence/TitlesScreen.tsx'), 'TitlesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/counselling/naturalisation',
    component: lazyRouteComponent(() => import('../counselling/naturalisation/NaturalisationScreen.tsx'), 'NaturalisationScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/counselling/incidents',
    validateSearch: selection.omit({ new: true }),
    component: lazyRouteComponent(() => import('../counselling/incidents/IncidentsScreen.tsx'), 'IncidentsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/counselling/escalations',
    validateSearch: selection.omit({ new: true }),
    component: lazyRouteComponent(() => import('../counselling/escalation/EscalationsScreen.tsx'), 'EscalationsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/counselling/referrals',
    // `contact`: only referrals to this contact.
    validateSearch: selection.omit({ new: true }).extend({ contact: z.string().optional() }),
    component: lazyRouteComponent(() => import('../counselling/referrals/ReferralsScreen.tsx'), 'ReferralsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/counselling/letters',
    validateSearch: selection.omit({ new: true }),
    // Features don't import each other: here the view of letters is given to the side of counselling.
    component: lazyRouteComponent(async () => {
      const [{ ClientLettersScreen }, { LetterRecord }] = await Promise.all([import('../counselling/letters/ClientLettersScreen.tsx'), import('../correspondence/LetterRecord.tsx')])
      return { Screen: () => <ClientLettersScreen Letter={LetterRecord} /> }
    }, 'Screen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/counselling/privacy',
    validateSearch: z.object({ tab: z.enum(['review', 'records', 'rules']).optional() }),
    component: lazyRouteComponent(() => import('../counselling/privacy/PrivacyScreen.tsx'), 'PrivacyScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/counselling/calculator',
    component: lazyRouteComponent(() => import('../counselling/deadlines/CalculatorScreen.tsx'), 'CalculatorScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/counselling/statistics',
    validateSearch: z.object({ view: z.enum(['tables', 'press', 'years']).optional() }),
    component: lazyRouteComponent(() => import('../counselling/statistics/StatisticsScreen.tsx'), 'StatisticsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/correspondence',
    // `to`: begin a letter to this contact; `new`: begin one to nobody yet; `template`: what it is written with.
    validateSearch: selection.extend({ to: z.string().optional(), new: z.boolean().optional(), template: z.string().optional() }),
    component: lazyRouteComponent(() => import('../correspondence/CorrespondenceScreen.tsx'), 'CorrespondenceScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/correspondence/templates',
    validateSearch: selection.omit({ new: true }),
    component: lazyRouteComponent(() => import('../correspondence/templates/TemplatesScreen.tsx'), 'TemplatesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/correspondence/blocks',
    validateSearch: selection.omit({ new: true }),
    component: lazyRouteComponent(() => import('../correspondence/blocks/BlocksScreen.tsx'), 'BlocksScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/correspondence/statements',
    validateSearch: selection,
    component: lazyRouteComponent(() => import('../correspondence/statements/StatementsScreen.tsx'), 'StatementsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/correspondence/register',
    validateSearch: selection.omit({ new: true }).extend({ view: z.enum(['in', 'out', 'follow-up', 'texts']).optional() }),
    component: lazyRouteComponent(() => import('../correspondence/register/RegisterScreen.tsx'), 'RegisterScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/correspondence/papers',
    validateSearch: selection.omit({ new: true }),
    component: lazyRouteComponent(() => import('../correspondence/register/PaperScreen.tsx'), 'PaperScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/correspondence/serial',
    // `letter`: begin a run with this letter as its pattern.
    validateSearch: selection.omit({ new: true }).extend({ letter: z.string().optional() }),
    component: lazyRouteComponent(() => import('../correspondence/serial/SerialScreen.tsx'), 'SerialScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/correspondence/files',
    validateSearch: selection.omit({ new: true }),
    component: lazyRouteComponent(() => import('../correspondence/register/FilesScreen.tsx'), 'FilesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/correspondence/press',
    validateSearch: selection,
    component: lazyRouteComponent(() => import('../correspondence/press/ReleasesScreen.tsx'), 'ReleasesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/correspondence/clippings',
    validateSearch: selection,
    component: lazyRouteComponent(() => import('../correspondence/press/ClippingsScreen.tsx'), 'ClippingsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/correspondence/media',
    validateSearch: selection.omit({ new: true }).extend({ list: z.string().optional() }),
    component: lazyRouteComponent(() => import('../correspondence/press/MediaScreen.tsx'), 'MediaScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/correspondence/material',
    validateSearch: selection.extend({ view: z.enum(['list', 'languages']).optional() }),
    component: lazyRouteComponent(() => import('../correspondence/material/MaterialScreen.tsx'), 'MaterialScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/tasks',
    validateSearch: selection.omit({ new: true }),
    component: lazyRouteComponent(() => import('../tasks/TasksScreen.tsx'), 'TasksScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/events',
    // `series`: only events of this one; `on`: the day of a new one.
    validateSearch: selection.extend({ series: z.string().optional(), on: z.iso.date().optional() }),
    component: lazyRouteComponent(() => import('../events/EventsScreen.tsx'), 'EventsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/events/check-in',
    validateSearch: selection.omit({ new: true }),
    component: lazyRouteComponent(() => import('../events/participants/checkin/CheckInScreen.tsx'), 'CheckInScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/events/import',
    validateSearch: selection.omit({ new: true }),
    component: lazyRouteComponent(() => import('../events/participants/import/ImportScreen.tsx'), 'ImportScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/events/venues',
    validateSearch: selection.omit({ new: true }),
    component: lazyRouteComponent(() => import('../events/venues/VenuesScreen.tsx'), 'VenuesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/events/series',
    validateSearch: selection.omit({ new: true }),
    component: lazyRouteComponent(() => import('../events/series/SeriesScreen.tsx'), 'SeriesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/events/checklists',
    validateSearch: selection.omit({ new: true }),
    component: lazyRouteComponent(() => import('../events/checklists/ChecklistsScreen.tsx'), 'ChecklistsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/events/figures',
    component: lazyRouteComponent(() => import('../events/figures/FiguresScreen.tsx'), 'FiguresScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/calendar',
    // `date`: a day of what is shown.
    validateSearch: selection.omit({ new: true }).extend({ date: z.iso.date().optional() }),
    component: lazyRouteComponent(() => import('../calendar/CalendarScreen.tsx'), 'CalendarScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/calendar/days',
    validateSearch: selection.omit({ new: true }),
    component: lazyRouteComponent(() => import('../calendar/DaysScreen.tsx'), 'DaysScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/trash',
    component: lazyRouteComponent(() => import('../trash/TrashScreen.tsx'), 'TrashScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
    validateSearch: z.object({ section: z.string().optional() }),
    // Features don't import each other: here the sections of other features are given to the settings.
    component: lazyRouteComponent(async () => {
      const [{ SettingsScreen }, { BackupSection }, { AuditSection }, { ComplianceSection }, { TransferSection }, { HandoverSection }] = await Promise.all([
        import('../settings/SettingsScreen.tsx'), import('../backup/BackupSection.tsx'), import('../audit/AuditSection.tsx'), import('../compliance/ComplianceSection.tsx'),
        import('../transfer/TransferSection.tsx'), import('../handover/HandoverSection.tsx'),
      ])
      const further = [
        { name: 'backup', label: 'Sicherungen', icon: IconDatabaseExport, Screen: BackupSection },
        { name: 'audit', label: 'Protokoll', icon: IconListCheck, Screen: AuditSection },
        { name: 'compliance', label: 'Ordner Datenschutz', icon: IconFolders, roles: ['leitung'] as const, Screen: ComplianceSection },
        { name: 'handover', label: 'Übergabe', icon: IconTransfer, roles: ['leitung'] as const, Screen: HandoverSection },
        { name: 'transfer', label: 'Gesamtexport', icon: IconPackageExport, roles: ['leitung'] as const, Screen: TransferSection },
      ]
      return { Screen: () => <SettingsScreen further={further} /> }
    }, 'Screen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/help',
    validateSearch: z.object({ page: z.string().optional(), heading: z.string().optional() }),
    component: lazyRouteComponent(() => import('../help/HelpScreen.tsx'), 'HelpScreen'),
  }),
]

/** Routes of the window. */
export const router = createRouter({ routeTree: root.addChildren(routes), history, defaultNotFoundComponent: NoSuchScreen })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
