// What is changed in the project that electron-builder writes for the MSI. Its template speaks English and knows Windows 7.
import { readFile, writeFile } from 'node:fs/promises'

/** @type {[was: string, is: string][]} each must be found, or the template has changed and somebody has to look */
const changes = [
  ['Language="1033"', 'Language="1031"'],
  [
    '<Condition Message="Windows 7 and above is required"><![CDATA[Installed OR VersionNT >= 601]]></Condition>',
    // Windows 10 and 11 both call themselves 603 here.
    '<Condition Message="Integrationsbüro braucht Windows 10 oder neuer."><![CDATA[Installed OR VersionNT >= 603]]></Condition>',
  ],
  [
    `DowngradeErrorMessage='A newer version of "[ProductName]" is already installed.'`,
    `DowngradeErrorMessage='Eine neuere Version von „[ProductName]“ ist schon installiert.'`,
  ],
]

/**
 * @param {string} project source of the WiX project
 * @returns {string}
 */
export function germanProject(project) {
  const german = changes.reduce((text, [was, is]) => {
    if (!text.includes(was)) throw new Error(`The MSI template has changed; this is no longer in it: ${was}`)
    return text.replace(was, () => is)
  }, project)
  if (/<CustomAction\b/.test(german)) throw new Error('The MSI must have no custom actions.')
  // Names of files beside the program become ids, which take no hyphen (vulkan-1.dll).
  return german.replaceAll(/ Id="([^"]+)_f"/g, (_, name) => ` Id="${name.replaceAll(/[^A-Za-z0-9_.]/g, '_')}_f"`)
}

/**
 * For electron-builder, once it has written the project.
 * @param {string} file
 */
export async function speakGerman(file) {
  await writeFile(file, germanProject(await readFile(file, 'utf8')))
}
