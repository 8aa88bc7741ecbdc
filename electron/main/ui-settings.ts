import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rectangle } from 'electron'
import type { ColorScheme } from '../../shared/desktop.ts'

/** What the first paint needs before any vault is open. No personal data. */
export interface UiSettings {
  bounds: Rectangle | null
  maximized: boolean
  zoom: number
  colorScheme: ColorScheme
  /** Vault of the last start. */
  vaultFolder: string | null
  /** By vault folder: where copies of its backups go on this computer. */
  secondPlaces: Record<string, string>
  /** Random number of this installation, made at the first start: whoever left a lease in the vault is known by it. */
  machine: string
}

const defaults: UiSettings = { bounds: null, maximized: false, zoom: 1, colorScheme: 'auto', vaultFolder: null, secondPlaces: {}, machine: randomUUID() }

/** Reads the settings; whatever is missing or damaged falls back to its default. */
export function readUiSettings(folder: string): UiSettings {
  try {
    return checked(JSON.parse(readFileSync(file(folder), 'utf8')) as Partial<Record<keyof UiSettings, unknown>>)
  } catch {
    return defaults
  }
}

/** Writes the settings by replacing the file, so that a crash leaves the old or the new one. */
export function writeUiSettings(folder: string, settings: UiSettings): void {
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${file(folder)}.tmp`, JSON.stringify(settings, null, 2))
    renameSync(`${file(folder)}.tmp`, file(folder))
  } catch {
    // Window size and colours are comfort: a full disk or a locked profile must not stop the work.
  }
}

function file(folder: string): string {
  return join(folder, 'ui.json')
}

function checked(read: Partial<Record<keyof UiSettings, unknown>>): UiSettings {
  const zoom = typeof read.zoom === 'number' && read.zoom >= 0.5 && read.zoom <= 3 ? read.zoom : defaults.zoom
  const scheme = read.colorScheme === 'light' || read.colorScheme === 'dark' ? read.colorScheme : 'auto'
  return {
    bounds: isRectangle(read.bounds) ? read.bounds : null,
    maximized: read.maximized === true,
    zoom,
    colorScheme: scheme,
    vaultFolder: typeof read.vaultFolder === 'string' ? read.vaultFolder : null,
    secondPlaces: placesOf(read.secondPlaces),
    machine: typeof read.machine === 'string' ? read.machine : defaults.machine,
  }
}

function placesOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false
  const candidate = value as Record<string, unknown>
  return ['x', 'y', 'width', 'height'].every((side) => Number.isInteger(candidate[side]))
}
