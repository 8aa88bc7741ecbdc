/** Whose names stand in paths. */
export interface Owner {
  /** Name of the account. */
  name: string
  home: string
  /** Name of the computer, which often is that of a person, too. */
  host?: string
}

/** Parts of the name of an account that are as long as this are names by themselves: kuba.nowak. */
const shortestName = 4

const afterUsers = /([\\/](?:Users|Benutzer|home|Dokumente und Einstellungen|Documents and Settings)[\\/])[^\\/]+/giu

/**
 * A path without the name of the person whose account it is: their folder becomes `<Benutzerordner>`, every part that contains the name
 * `<Benutzer>`, and so does whatever stands where systems keep the folders of accounts.
 */
export function maskPath(path: string, { name, home, host = '' }: Owner): string {
  const inHome = home.length > 1 && path.toLowerCase().startsWith(home.toLowerCase()) && /^(?:[\\/]|$)/u.test(path.slice(home.length))
  const shortened = inHome ? `<Benutzerordner>${path.slice(home.length)}` : path.replace(afterUsers, '$1<Benutzer>')
  const whole = name.trim().toLowerCase()
  const hidden = [whole, ...whole.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length >= shortestName)].filter((part) => part !== '')
  const computer = host.toLowerCase().split('.')[0] ?? ''
  return shortened.split(/([\\/])/u).map((part) => {
    if (part.startsWith('<Benutzer')) return part
    const said = part.toLowerCase()
    if (computer !== '' && said.split('.')[0] === computer) return '<Rechner>'
    return hidden.some((each) => said.includes(each)) ? '<Benutzer>' : part
  }).join('')
}
