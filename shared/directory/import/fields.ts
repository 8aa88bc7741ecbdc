/** What a column of a list can mean. */
export const importFields = [
  'ignore', 'organisation', 'shortName', 'department', 'type', 'kind', 'salutation', 'title', 'name', 'familyName', 'givenNames', 'middleNames',
  'formerNames', 'originalName', 'transliteration', 'salutationText', 'parent', 'role', 'roleFrom', 'roleTo',
  'street', 'addressExtra', 'postalCode', 'place', 'postalCodePlace', 'country',
  'homeStreet', 'homePostalCode', 'homePlace', 'homePostalCodePlace', 'homeCountry',
  'otherStreet', 'otherPostalCode', 'otherPlace', 'otherCountry',
  'phone', 'homePhone', 'otherPhone', 'mobile', 'fax', 'email', 'homeEmail', 'web',
  'languages', 'areas', 'responsibilityArea', 'ags', 'affiliation', 'publication', 'checkedOn', 'tags', 'note',
] as const

export type ImportField = typeof importFields[number]

export const importFieldLabels: Record<ImportField, string> = {
  ignore: 'nicht übernehmen', organisation: 'Organisation', shortName: 'Kurzname', department: 'Abteilung', type: 'Art der Organisation',
  kind: 'Person oder Organisation', salutation: 'Anrede', title: 'Titel', name: 'Name (ungetrennt)', familyName: 'Familienname',
  givenNames: 'Vornamen', middleNames: 'weitere Vornamen', formerNames: 'Frühere Namen', originalName: 'Name in eigener Schrift', transliteration: 'Umschrift',
  salutationText: 'Briefanrede', parent: 'Übergeordnete Organisation',
  role: 'Funktion', roleFrom: 'Funktion seit', roleTo: 'Funktion bis',
  street: 'Straße', addressExtra: 'Adresszusatz', postalCode: 'PLZ', place: 'Ort', postalCodePlace: 'PLZ und Ort', country: 'Land',
  homeStreet: 'Straße (privat)', homePostalCode: 'PLZ (privat)', homePlace: 'Ort (privat)', homePostalCodePlace: 'PLZ und Ort (privat)',
  homeCountry: 'Land (privat)',
  otherStreet: 'Straße (weitere)', otherPostalCode: 'PLZ (weitere)', otherPlace: 'Ort (weitere)', otherCountry: 'Land (weitere)',
  phone: 'Telefon', homePhone: 'Telefon (privat)', otherPhone: 'Telefon (weiteres)', mobile: 'Mobil', fax: 'Fax', email: 'E-Mail',
  homeEmail: 'E-Mail (privat)', web: 'Internet',
  languages: 'Sprachen', areas: 'Arbeitsbereiche', responsibilityArea: 'Zuständigkeit', ags: 'Gemeindeschlüssel (AGS)', affiliation: 'Intern oder extern', publication: 'Veröffentlichung', checkedOn: 'Zuletzt geprüft am',
  tags: 'Schlagwörter', note: 'Notiz',
}
