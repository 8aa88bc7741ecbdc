import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import 'dayjs/locale/de'
import { Gate } from './Gate.tsx'
import { cssVariables, theme } from './theme.ts'

const queries = new QueryClient({
  defaultOptions: {
    // The office process answers or says why not; what has changed is announced by it.
    queries: { retry: false, refetchOnWindowFocus: false, staleTime: 60_000 },
  },
})

/** The colour scheme is the main process's to keep: the page's own storage lives in memory only. */
const colorScheme = localStorageColorSchemeManager()

/** Providers around everything. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={colorScheme}
    >
      <DatesProvider settings={{ locale: 'de', firstDayOfWeek: 1 }}>
        <QueryClientProvider client={queries}>
          <ModalsProvider labels={{ confirm: 'Ja', cancel: 'Abbrechen' }}>
            <Notifications position="bottom-right" limit={4} aria-live="polite" />
            <Gate />
          </ModalsProvider>
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  )
}
