import { maxTemplateBytes } from '../../../shared/correspondence/templates/model.ts'

/** Why a file can't be taken; a German sentence. */
export class FileTrouble extends Error {
  override readonly name = 'FileTrouble'
}

/** Reads a Word file as the office process takes it. @throws FileTrouble */
export async function templateFile(file: File): Promise<{ fileName: string; content: string }> {
  if (file.size > maxTemplateBytes) throw new FileTrouble(`„${file.name}“ ist größer als 10 MB. Bitte verkleinern Sie in Word die Bilder.`)
  const content = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,?/u, '')))
    reader.addEventListener('error', () => reject(new FileTrouble(`„${file.name}“ lässt sich nicht lesen. Ist die Datei noch in Word geöffnet? Bitte dort schließen und noch einmal wählen.`)))
    reader.readAsDataURL(file)
  })
  return { fileName: file.name.slice(-255), content }
}
