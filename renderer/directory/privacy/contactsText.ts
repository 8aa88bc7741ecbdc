/** "3 Kontakte", "1 Kontakt". */
export const contactsText = (count: number): string => count === 1 ? '1 Kontakt' : `${count.toLocaleString('de-DE')} Kontakte`
