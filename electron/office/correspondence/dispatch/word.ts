import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { timeFor, type ProgramRunner } from './run-program.ts'

/** Where Word installs itself on Windows (since 2013). As for LibreOffice, no search along PATH. */
const places = ['C:\\Program Files', 'C:\\Program Files (x86)'].flatMap((folder) => ['root\\Office16', 'Office16', 'root\\Office15', 'Office15'].map((version) => `${folder}\\Microsoft Office\\${version}\\WINWORD.EXE`))
const powershell = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe'
const processFile = 'word.txt'
const letGoMilliseconds = 300

/**
 * What PowerShell does: a Word of its own, hidden, without questions, macros and list of recent files, opens each document read-only and
 * exports it as tagged PDF. Nothing of a letter stands in the command: the folder comes by the environment. No double quotes, so that
 * nothing in it can end an argument. The number of the Word process is written down, so that a Word that hangs can be ended; where two came
 * up at once it isn't known which is ours, and none is.
 */
export const script = [
  "$ErrorActionPreference = 'Stop';",
  '$folder = $env:INTEGRATIONSBUERO_FOLDER;',
  '$before = @(Get-Process -Name WINWORD -ErrorAction SilentlyContinue | ForEach-Object { $_.Id });',
  '$word = New-Object -ComObject Word.Application;',
  '$own = @(Get-Process -Name WINWORD | ForEach-Object { $_.Id } | Where-Object { $before -notcontains $_ });',
  `if ($own.Count -eq 1) { Set-Content -LiteralPath (Join-Path $folder '${processFile}') -Value $own[0] }`,
  'try { $word.Visible = $false; $word.DisplayAlerts = 0; $word.AutomationSecurity = 3;',
  "foreach ($file in @(Get-ChildItem -LiteralPath $folder -Filter 'Dokument-*.docx')) {",
  '$document = $word.Documents.Open($file.FullName, $false, $true, $false);',
  "try { $document.ExportAsFixedFormat([IO.Path]::ChangeExtension($file.FullName, '.pdf'), 17, $false, 0, 0, 1, 1, 0, $true, $true, 0, $true, $true, $false) }",
  'finally { $document.Saved = $true; $document.Close() } } }',
  'finally { $word.NormalTemplate.Saved = $true; $word.Quit() }',
].join(' ')

/** Word on this computer; null where it isn't installed in the usual place, and on other systems than Windows. */
export function findWord(platform: NodeJS.Platform = process.platform, exists: (path: string) => boolean = existsSync): string | null {
  if (platform !== 'win32' || !exists(powershell)) return null
  return places.find(exists) ?? null
}

/** Has Word lay a PDF beside each document of the folder. @param end ends a process by its number */
export async function convertByWord(
  _word: string, folder: string, sources: readonly string[], run: ProgramRunner, end: (process: number) => void = (number) => process.kill(number),
): Promise<{ hung: boolean }> {
  const result = await run(powershell, {
    args: ['-NoProfile', '-NonInteractive', '-Command', script], environment: { INTEGRATIONSBUERO_FOLDER: folder }, timeout: timeFor(sources.length),
  })
  if (result.hung) {
    endWord(folder, end)
    // Windows lets go of the files of an ended process a moment later; until then they can't be wiped.
    await new Promise((resolve) => setTimeout(resolve, letGoMilliseconds))
  }
  return result
}

/** A Word that hangs would keep the documents open, and the folder couldn't be wiped. */
function endWord(folder: string, end: (process: number) => void): void {
  const noted = join(folder, processFile)
  const number = existsSync(noted) ? Number(readFileSync(noted, 'utf8').replaceAll(/[^0-9]/gu, '')) : 0
  try {
    if (number > 0) end(number)
  } catch {
    // It has ended by itself.
  }
}
