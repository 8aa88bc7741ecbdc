import type { ImportField } from '../../../../shared/directory/import/fields.ts'
import { layOut, type Entry } from './lay-out.ts'
import type { Source } from './source.ts'

/** Attributes of an address book (LDAP and Thunderbird) and what they mean. */
const FIELDS: Record<string, ImportField> = {
  givenname: 'givenNames', sn: 'familyName', title: 'role', o: 'organisation', company: 'organisation', ou: 'department', department: 'department',
  mail: 'email', mozillasecondemail: 'email', telephonenumber: 'phone', homephone: 'homePhone', mobile: 'mobile', cellphone: 'mobile',
  facsimiletelephonenumber: 'fax', fax: 'fax', street: 'street', streetaddress: 'street', mozillaworkstreet2: 'addressExtra', l: 'place', locality: 'place',
  postalcode: 'postalCode', zip: 'postalCode', c: 'country', co: 'country', countryname: 'country',
  mozillahomestreet: 'homeStreet', mozillahomelocalityname: 'homePlace', mozillahomepostalcode: 'homePostalCode', mozillahomecountryname: 'homeCountry',
  mozillaworkurl: 'web', workurl: 'web', labeleduri: 'web', description: 'note', notes: 'note', personaltitle: 'title', preferredlanguage: 'languages',
}

/** Reads an address book in LDIF (RFC 2849): folded lines, base64 values, comments. Mailing lists come back. */
export function readLdif(text: string, encoding: NonNullable<Source['text']>): Source {
  const lines = text.split(/\r\n|\r|\n/u)
  const entries: Entry[] = []
  let open: { line: number, lines: string[] } | null = null
  lines.forEach((line, index) => {
    if (line.trim() === '') {
      if (open !== null) entries.push(readEntry(open))
      open = null
    } else if (/^[ \t]/u.test(line) && open !== null) open.lines.push(`${open.lines.pop() ?? ''}${line.slice(1)}`)
    else if (!line.startsWith('#') && !/^version:/iu.test(line)) (open ??= { line: index + 1, lines: [] }).lines.push(line)
  })
  if (open !== null) entries.push(readEntry(open))
  return { format: 'ldif', text: encoding, tables: [layOut('Adressbuch', entries)], warnings: [] }
}

function readEntry({ line, lines }: { line: number, lines: string[] }): Entry {
  const broken = (problem: string): Entry => ({ line, values: [], problem, wording: lines.join('\n').slice(0, 2000) })
  const attributes: [string, string][] = []
  for (const item of lines) {
    const match = /^([\w;.-]+):(:|<)?\s*(.*)$/su.exec(item)
    if (match === null) return broken('Der Eintrag enthält eine Zeile, die keine Angabe ist.')
    const [, name = '', kind, raw = ''] = match
    if (kind === '<') continue
    attributes.push([(name.split(';')[0] ?? '').toLowerCase(), kind === ':' ? Buffer.from(raw, 'base64').toString('utf8') : raw])
  }
  const all = (name: string) => attributes.filter(([key]) => key === name).map(([, value]) => value)
  if (all('objectclass').some((value) => /^groupofnames$/iu.test(value)) || all('member').length > 0) return broken('Der Eintrag ist eine Verteilerliste und kein Kontakt.')
  if (all('changetype').some((value) => value !== 'add')) return broken('Der Eintrag ist ein Änderungsauftrag und kein Kontakt.')
  const values: Entry['values'] = attributes.flatMap(([name, value]) => {
    const field = FIELDS[name]
    return field === undefined || value.trim() === '' ? [] : [[field, value.replaceAll('\\$', '$').trim()]]
  })
  const has = (field: ImportField) => values.some(([known]) => known === field)
  const name = (all('cn')[0] ?? all('displayname')[0] ?? '').trim()
  if (!has('familyName') && !has('givenNames') && name !== '' && !values.some(([field, value]) => field === 'organisation' && value === name)) values.push(['name', name])
  return { line, values, problem: null, wording: '' }
}
