import type { LeftOut, LeftOutKind } from './tree.ts'

const dropped: Partial<Record<LeftOutKind, readonly [one: string, several: string]>> = {
  images: ['1 Bild', 'Bilder'], comments: ['1 Kommentar', 'Kommentare'], changes: ['1 gelöschte Stelle aus der Änderungsverfolgung', 'gelöschte Stellen aus der Änderungsverfolgung'],
  hidden: ['1 ausgeblendete Stelle', 'ausgeblendete Stellen'],
}
const changed: Partial<Record<LeftOutKind, string>> = {
  merged: 'Verbundene Zellen wurden getrennt.', nested: 'Tabellen in Tabellen wurden zu Absätzen.', wide: 'Eine Tabelle mit mehr als 12 Spalten oder 300 Zeilen wurde zu Absätzen.',
  strike: 'Durchgestrichenes steht jetzt ohne Strich da: bitte prüfen.',
}

/** Says in German what of the pasted text didn't come along; empty when all of it did. */
export function leftOutText(left: LeftOut): string {
  const parts = [...left].flatMap(([kind, count]) => {
    const names = dropped[kind]
    return names ? [count === 1 ? names[0] : `${count} ${names[1]}`] : []
  })
  return [...(parts.length > 0 ? [`Nicht eingefügt: ${parts.join(', ')}.`] : []), ...[...left.keys()].flatMap((kind) => changed[kind] ?? [])].join(' ')
}
