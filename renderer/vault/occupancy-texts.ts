import type { Occupancy, ReleaseAnswer } from '../../shared/vault/desk/model.ts'

/** „heute, 09:12 Uhr“, „gestern, 17:40 Uhr“ or the whole date. */
export function sinceWords(iso: string, now = new Date()): string {
  const at = new Date(iso)
  const time = at.toLocaleTimeString('de-DE', { hour: '2-digit', minute: '2-digit' })
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  if (at.toDateString() === now.toDateString()) return `heute, ${time} Uhr`
  if (at.toDateString() === yesterday.toDateString()) return `gestern, ${time} Uhr`
  return `${at.toLocaleDateString('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric' })}, ${time} Uhr`
}

/**
 * Who sits at the desk, and what that means for whoever wants to open it.
 * @param resumed open forms lie behind the lock screen
 */
export function occupancyWords({ state, host, person, role, since, here, takeOverIn }: Occupancy, resumed: boolean, now = new Date()): { title: string; text: string } {
  const place = here ? 'auf diesem Rechner' : `am Rechner „${host}“`
  const opened = since ? `Geöffnet seit ${sinceWords(since, now)}. ` : ''
  const who = person ? `${person} (${role})` : 'Jemand'
  const titles: Record<Occupancy['state'], string> = {
    free: 'Das Büro ist frei.',
    person: `${who} arbeitet gerade ${here ? 'in einem anderen Fenster auf diesem Rechner' : place}.`,
    backup: `Gerade läuft ${place} eine Sicherung.`,
    restore: `Gerade wird das Büro ${place} wiederhergestellt.`,
    unknown: 'Das Büro ist an einem anderen Platz geöffnet.',
  }
  const title = takeOverIn !== null && state === 'person' ? `${who} hat das Büro ${place} geöffnet.` : titles[state]
  if (takeOverIn === 0) return { title, text: `${opened}Von dort kam zwei Minuten lang kein Lebenszeichen: Programm oder Rechner sind vermutlich ausgefallen. Was dort zuletzt bestätigt war, ist gespeichert. Sie können das Büro übernehmen.` }
  if (takeOverIn !== null) return { title, text: `${opened}Von dort kommt kein Lebenszeichen. Bleibt es dabei, können Sie in ${secondsWords(takeOverIn)} übernehmen.` }
  if (state === 'backup') return { title, text: 'Sie können entsperren: Die Sicherung macht Platz, das dauert höchstens einige Sekunden.' }
  if (state === 'restore') return { title, text: 'Bitte warten Sie, bis das fertig ist.' }
  if (state === 'unknown') return { title, text: 'Wer es ist, lässt sich gerade nicht lesen.' }
  if (resumed) return { title, text: `${opened}Was Sie eingegeben haben, bleibt hier stehen, bis Sie wieder entsperren. Sie können um Freigabe bitten.` }
  return { title, text: `${opened}Es arbeitet immer nur ein Platz. Sie können sich den jetzigen Stand ansehen oder um Freigabe bitten.` }
}

/** What became of the own request. */
export function askedWords(answer: ReleaseAnswer, freed: boolean): string {
  if (freed) return 'Das Büro ist jetzt frei. Geben Sie Ihre Passphrase ein, um es zu öffnen.'
  const words: Record<ReleaseAnswer, string> = {
    none: 'Ihre Bitte ist hinterlegt. Sie wird dort in wenigen Sekunden angezeigt.',
    seen: 'Ihre Bitte wird dort angezeigt. Ist niemand am Platz, wird nach etwa einer Minute von selbst gesperrt.',
    soon: 'Antwort: „Gleich fertig“. Sobald das Büro frei ist, steht es hier.',
    locking: 'Antwort: „Jetzt sperren“. Das Büro wird in einem Augenblick frei.',
  }
  return words[answer]
}

/** In steps that don't hurry a screen reader. */
function secondsWords(seconds: number): string {
  return seconds > 60 ? 'knapp zwei Minuten' : seconds > 30 ? 'einer Minute' : 'einer halben Minute'
}
