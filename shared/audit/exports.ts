/** What a procedure does with the grant of a save dialog. */
interface Export {
  label: string
  /** It only reads from the chosen place, or its grant can only lead to a copy in the wiped folder for other programs. */
  nothingLeaves?: true
}

/**
 * Every procedure that takes a grant, by its path. What isn't listed is entered all the same when it writes, with its path in place of words;
 * a test asks for the words.
 */
const exports: Readonly<Record<string, Export>> = {
  'audit.office.save': { label: 'Protokoll des Büros' },
  'audit.counselling.save': { label: 'Protokoll der Beratung' },
  'compliance.save': { label: 'Papier des Ordners Datenschutz' },
  'compliance.saveAll': { label: 'Alle Papiere des Ordners Datenschutz' },
  'backup.restore.choose': { label: 'Ordner mit Sicherungen', nothingLeaves: true },
  'backup.probe.saveCertificate': { label: 'Bescheinigung der Probe-Wiederherstellung' },
  'vault.deputy.saveSheets': { label: 'Blätter für den Vertretungsfall' },
  'transfer.begin': { label: 'Gesamtexport' },
  'handover.save': { label: 'Übergabe, Teil Büro' },
  'counselling.handover.save': { label: 'Übergabe, Teil Beratung' },
  'calendar.saveAgenda': { label: 'Terminliste' },
  'tasks.save': { label: 'Aufgabenliste' },
  'counselling.deadlines.saveBook': { label: 'Fristenbuch' },
  'counselling.deadlines.saveSlip': { label: 'Fristzettel' },
  'counselling.deadlines.saveCalendar': { label: 'Fristen als Kalenderdatei' },
  'counselling.referrals.saveSlip': { label: 'Verweiszettel' },
  'counselling.referrals.saveCover': { label: 'Begleitschreiben einer Verweisung' },
  'counselling.releases.saveForm': { label: 'Schweigepflichtentbindung' },
  'counselling.attachments.write': { label: 'Unterlage eines Falls' },
  'counselling.escalation.save': { label: 'Lagevermerk oder Chronologie' },
  'counselling.statistics.save': { label: 'Statistik der Beratung' },
  'counselling.statistics.savePress': { label: 'Statistik für die Öffentlichkeit' },
  'counselling.incidentPapers.save': { label: 'Papier zu einem Vorfall' },
  'counselling.privacy.saveArchiveList': { label: 'Anbietungsliste für das Archiv' },
  'counselling.privacy.saveRecord': { label: 'Löschprotokoll' },
  'counselling.privacy.saveInformation': { label: 'Informationsblatt für Ratsuchende' },
  'counselling.privacy.saveDossier': { label: 'Auskunft zu einem Fall (Art. 15 DSGVO)' },
  'counselling.letterDesk.roundTrip.open': { label: 'Schreiben der Beratung zum Bearbeiten in Word', nothingLeaves: true },
  'counselling.letterDesk.roundTrip.write': { label: 'Zurückgekommene Fassung eines Schreibens der Beratung' },
  'counselling.letterDesk.dispatch.send': { label: 'Schreiben der Beratung zum Versand' },
  'counselling.letterDesk.saveDocx': { label: 'Schreiben der Beratung' },
  'directory.network.saveChart': { label: 'Schaubild des Netzwerks' },
  'directory.privacy.saveInformation': { label: 'Informationsblatt für einen Kontakt' },
  'directory.privacy.saveAccess': { label: 'Auskunft zu einem Kontakt (Art. 15 DSGVO)' },
  'directory.output.save': { label: 'Kontakte' },
  'directory.output.saveLeftOut': { label: 'Liste nicht ausgegebener Kontakte' },
  'directory.import.saveRejected': { label: 'Zurückgewiesene Zeilen eines Imports' },
  'correspondence.templates.saveSample': { label: 'Muster einer Vorlage' },
  'correspondence.templates.saveOriginal': { label: 'Vorlage' },
  'correspondence.statements.save': { label: 'Liste der Stellungnahmen' },
  'correspondence.register.entries.save': { label: 'Postbuch' },
  'correspondence.register.documents.write': { label: 'Dokument der Ablage' },
  'correspondence.register.files.save': { label: 'Aktenverzeichnis' },
  'correspondence.copies.send': { label: 'Ausfertigungen eines Schreibens' },
  'correspondence.roundTrip.open': { label: 'Schreiben zum Bearbeiten in Word', nothingLeaves: true },
  'correspondence.roundTrip.write': { label: 'Zurückgekommene Fassung eines Schreibens' },
  'correspondence.dispatch.send': { label: 'Schreiben zum Versand' },
  'correspondence.saveDocx': { label: 'Schreiben' },
  'correspondence.press.releases.send': { label: 'Pressemitteilung zum Versand' },
  'correspondence.press.clippings.save': { label: 'Pressespiegel' },
  'correspondence.press.media.print': { label: 'Presseverteiler' },
  'correspondence.material.save': { label: 'Materialbestand' },
  'correspondence.serial.write': { label: 'Serienbrief' },
  'correspondence.print.write': { label: 'Schreiben zum Drucken' },
  'correspondence.print.envelopes': { label: 'Umschläge' },
  'events.icalendar.save': { label: 'Veranstaltungen als Kalenderdatei' },
  'events.figures.save': { label: 'Zahlen der Veranstaltungen' },
  'events.money.saveProof': { label: 'Verwendungsnachweis' },
  'events.shifts.savePlan': { label: 'Schichtplan' },
  'events.equipment.saveList': { label: 'Materialliste einer Veranstaltung' },
  'events.run.saveSheet': { label: 'Ablaufplan' },
  'events.safety.saveSheet': { label: 'Sicherheitsblatt' },
  'events.participants.import.saveRejected': { label: 'Zurückgewiesene Zeilen einer Anmeldeliste' },
  'events.participants.output.needs': { label: 'Liste der Bedarfe von Teilnehmenden' },
  'events.participants.output.list': { label: 'Liste der Teilnehmenden als Tabelle' },
  'events.participants.output.signIn': { label: 'Teilnahmeliste' },
  'events.participants.output.badges': { label: 'Namensschilder' },
  'events.participants.output.tableCards': { label: 'Tischkarten' },
  'events.participants.output.certificates': { label: 'Teilnahmebescheinigungen' },
  'events.participants.output.consents': { label: 'Liste der Foto-Einwilligungen' },
  'events.participants.output.evaluation': { label: 'Rückmeldebogen oder Auswertung' },
  'events.programme.saveForms': { label: 'Meldebögen einer Reihe' },
  'events.programme.chases.save': { label: 'Nachfragen an Partner einer Reihe (E-Mail-Entwürfe)' },
  'events.programme.output.save': { label: 'Programm einer Reihe' },
  'events.programme.saveReview': { label: 'Rückblick einer Reihe' },
}

/** Paths that have words. */
export const knownExports: ReadonlySet<string> = new Set(Object.keys(exports))

/** Whether a procedure takes a grant without anything leaving the vault's protection. */
export function keepsInside(path: string): boolean {
  return exports[path]?.nothingLeaves === true
}

/** What left the vault by this procedure; the path itself for one without words. */
export function exportLabel(path: string): string {
  return exports[path]?.label ?? path
}
