/** The fonts that documents embed: Noto Sans has every letter of DIN 91379. */
export interface Fonts {
  regular: Uint8Array
  bold: Uint8Array
  arabic: Uint8Array
}

let loaded: Promise<Fonts> | null = null

/** Loads the bundled fonts, once. They are parts of the program and not files beside it, so they are there in every installation. */
export function loadFonts(): Promise<Fonts> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Fonts> {
  const [regular, bold, arabic] = await Promise.all([
    import('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?inline'),
    import('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf?inline'),
    import('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf?inline'),
  ])
  return { regular: bytesOf(regular.default), bold: bytesOf(bold.default), arabic: bytesOf(arabic.default) }
}

function bytesOf(address: string): Uint8Array {
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
}
