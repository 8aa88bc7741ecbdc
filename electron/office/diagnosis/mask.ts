/** Whose names stand in paths. */
export interface Owner {
  /** Name of the account. */
  name: string
  home: string
}

const afterUsers = /([\\/](?:Users|Benutzer|home|Dokumente und Einstellungen|Documents and Settings)[\\/])[^\\/]+/giu

/**
 * A path without the name of the person whose account it is: their folder becomes `<Benutzerordner>`, every part that contains the name
 * `<Benutzer>`, and so does whatever stands where systems keep the folders of accounts.
 */
export function maskPath(path: string, { name, home }: Owner): string {
  const inHome = home.length > 1 && path.toLowerCase().startsWith(home.toLowerCase()) && /^(?:[\\/]|$)/u.test(path.slice(home.length))
  const shortened = inHome ? `<Benutzerordner>${path.slice(home.length)}` : path.replace(afterUsers, '$1<Benutzer>')
  const hidden = name.trim().toLowerCase()
  return shortened.split(/([\\/])/u).map((part) => (hidden !== '' && part.toLowerCase().includes(hidden) && !part.startsWith('<Benutzer') ? '<Benutzer>' : part)).join('')
}
