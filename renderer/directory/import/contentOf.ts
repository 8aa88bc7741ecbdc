const maxBytes = 50 * 1024 * 1024

/** The bytes of a chosen file as base64. @throws Error with a German message for a file that is too large or can't be read */
export function contentOf(file: File): Promise<string> {
  if (file.size > maxBytes) return Promise.reject(new Error('Die Datei ist größer als 50 MB. Bitte teilen Sie die Liste auf.'))
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/u, '')))
    reader.addEventListener('error', () => reject(new Error('Die Datei lässt sich nicht lesen. Ist sie noch in Excel geöffnet?')))
    reader.readAsDataURL(file)
  })
}
