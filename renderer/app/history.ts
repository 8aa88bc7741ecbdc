import { createHashHistory } from '@tanstack/react-router'

/** Where the window is. Hash history: the page's address never changes, so navigation can be denied altogether. */
export const history = createHashHistory()
