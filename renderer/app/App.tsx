import { MantineProvider, type MantineColorSchemeManager } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import 'dayjs/locale/de'
import { styleNonce } from './content-security.ts'
import { Gate } from './Gate.tsx'
import { cssVariables, theme } from './theme.ts'

const queries = new QueryClient({
  defaultOptions: {
    // The office process answers or says why not; what has changed is announced by it.
    queries: { retry: false, refetchOnWindowFocus: false, staleTime: 60_000 },
  },
})

/** Main sets the scheme for the whole application, and the page follows `prefers-color-scheme`; it keeps nothing itself. */
const colorScheme: MantineColorSchemeManager = {
  get: () => 'auto',
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
}

/** Providers around everything. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      getStyleNonce={() => styleNonce}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={colorScheme}
    >
      <DatesProvider settings={{ locale: 'de', firstDayOfWeek: 1 }}>
        <QueryClientProvider client={queries}>
          <ModalsProvider labels={{ confirm: 'Ja', cancel: 'Abbrechen' }}>
            {/* Bottom left: the buttons that people press next stand right, in records and at the foot of dialogs. */}
            <Notifications position="bottom-left" limit={4} aria-live="polite" />
            <Gate />
          </ModalsProvider>
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  )
}
