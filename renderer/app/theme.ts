import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'
import type { FocusEvent } from 'react'
import { readDay, sayWhatWasLost } from './dayFields.ts'

/** Calm petrol: shade 7 carries white text at 7:1, shade 6 (dark scheme) at 5:1. */
const petrol: MantineColorsTuple = [
  '#e8f5f6',
  '#d2e9eb',
  '#a5d3d7',
  '#73bbc2',
  '#48a3ac',
  '#2b8f99',
  '#1c7a84',
  '#15646d',
  '#0f525a',
  '#093f46',
]

/** Warm accent for deadlines. Always with an icon and a word. */
const amber: MantineColorsTuple = [
  '#fff4e0',
  '#ffe7c2',
  '#fdd08a',
  '#fbb850',
  '#f9a825',
  '#e8940c',
  '#c77a00',
  '#945a00',
  '#6b4100',
  '#422800',
]

const headingSizes = {
  h1: { fontSize: '25px', lineHeight: '1.3' },
  h2: { fontSize: '20px', lineHeight: '1.35' },
  h3: { fontSize: '17px', lineHeight: '1.4' },
  h4: { fontSize: '16px', lineHeight: '1.4' },
}

/** The cross in a field that empties it has no word of its own, and the library hides that of a list from the keyboard. */
const clear = { 'aria-label': 'Auswahl leeren', 'aria-hidden': false, tabIndex: 0 }

/** In a field that searches, what is typed takes the place of the choice that stands in it, instead of being written behind it. */
function selectWhatStands({ currentTarget }: FocusEvent<HTMLInputElement>): void {
  // After the press of the mouse has set its caret.
  if (!currentTarget.readOnly) setTimeout(() => { if (document.activeElement === currentTarget) currentTarget.select() })
}

export const theme = createTheme({
  colors: { petrol, amber },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  fontFamily: "'Source Sans 3', 'Noto Sans', 'Noto Sans Arabic', sans-serif",
  headings: { fontFamily: "'Source Sans 3', 'Noto Sans', 'Noto Sans Arabic', sans-serif", fontWeight: '600', sizes: headingSizes },
  fontSizes: { xs: '12.5px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Badge: { defaultProps: { tt: 'none', fw: 600 } },
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    // A closed list that stays in the page would bear the field's label a second time.
    Select: { defaultProps: { onFocus: selectWhatStands, size: 'sm', checkIconPosition: 'right', allowDeselect: false, comboboxProps: { keepMounted: false }, clearButtonProps: clear } },
    MultiSelect: { defaultProps: { comboboxProps: { keepMounted: false }, clearButtonProps: clear } },
    Autocomplete: { defaultProps: { comboboxProps: { keepMounted: false } } },
    TagsInput: { defaultProps: { comboboxProps: { keepMounted: false } } },
    DateInput: { defaultProps: { valueFormat: 'DD.MM.YYYY', dateParser: readDay, onBlur: sayWhatWasLost, previousLabel: 'Voriger Monat', nextLabel: 'Nächster Monat', clearButtonProps: clear } },
    // A dialog's head is no banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    Modal: { defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Schließen' } } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Hinweis schließen' } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
  },
})

/** Surfaces of our own, for both schemes; screens use these names and no colour values. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--row-height': '36px',
    '--navigation-width': '208px',
  },
  light: {
    '--mantine-color-body': '#ffffff',
    '--surface-page': '#faf8f5',
    '--surface-panel': '#ffffff',
    '--surface-head': '#f4efe9',
    '--surface-selected': '#e3f3f5',
    '--surface-navigation': '#0d525a',
    '--line': '#e4ddd4',
    '--text-quiet': '#665c50',
    '--text-accent': '#0f525a',
    '--mantine-color-dimmed': '#665c50',
    '--mantine-color-placeholder': '#756b60',
    '--mantine-color-error': '#b42318',
  },
  dark: {
    '--mantine-color-body': '#1b2124',
    '--surface-page': '#14191c',
    '--surface-panel': '#1b2124',
    '--surface-head': '#232a2e',
    '--surface-selected': '#17393e',
    '--surface-navigation': '#0b2c31',
    '--line': '#343d42',
    '--text-quiet': '#a9b3b8',
    '--text-accent': '#86cfd7',
    '--mantine-color-dimmed': '#a9b3b8',
    '--mantine-color-placeholder': '#98a3a9',
    '--mantine-color-error': '#ff9b8f',
  },
})
