// SHA256SUMS: what IT compares a download with (`sha256sum --check SHA256SUMS`, on Windows Get-FileHash).
import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

/** What is handed to people. */
const handedOut = /\.(deb|tar\.gz|msi|zip|cdx\.json)$/

/**
 * Writes the list of all packages in a folder.
 * @param {string} folder
 * @returns {Promise<string[]>} names of the packages
 */
export async function writeChecksums(folder) {
  const names = readdirSync(folder).filter((name) => handedOut.test(name)).sort()
  const lines = await Promise.all(names.map(async (name) => `${await sha256(path.join(folder, name))}  ${name}\n`))
  writeFileSync(path.join(folder, 'SHA256SUMS'), lines.join(''))
  return names
}

/** @param {string} file */
async function sha256(file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
