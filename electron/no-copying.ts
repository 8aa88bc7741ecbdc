/** Tells the preload of a window that nothing may be copied out of it. */
export const noCopyingSwitch = '--integrationsbuero-no-copying'
