import iconv from 'iconv-lite'

/** What text looks like whose bytes were read in a wrong encoding. */
const SIGNS = /[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|[ÄÅĂŢ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|√[\u00a0-\u2265≠∞≤≥∂∑∏π∫ªºΩ]|¬[ß°´]/u
const MIXED = /(?:\p{Script=Latin}\p{Script=Cyrillic})|(?:\p{Script=Cyrillic}\p{Script=Latin})/u
/** Cyrillic letters that stand for the umlauts and accents of Western Europe in Windows-1251. */
const WRONG_PAIRS: [read: string, meant: string][] = [['windows-1252', 'utf-8'], ['macintosh', 'utf-8'], ['windows-1251', 'utf-8'], ['windows-1250', 'utf-8']]

/** The text as it was meant, `null` for a text that is sound or that can't be mended without loss. */
export function mendMojibake(text: string): string | null {
  let current = text
  // Files are saved wrongly more than once.
  for (let round = 0; round < 3; round += 1) {
    const better = mendOnce(current)
    if (better === null) break
    current = better
  }
  return current === text ? null : current
}

function mendOnce(text: string): string | null {
  if (SIGNS.test(text)) {
    for (const [read, meant] of WRONG_PAIRS) {
      const mended = reread(text, read, meant)
      if (mended !== null && mended.length < text.length && !mended.includes('\uFFFD')) return mended
    }
  }
  if (!MIXED.test(text)) return null
  const mended = text.replace(/[\p{L}\p{M}]+/gu, (word) => MIXED.test(word) ? reread(word, 'windows-1251', 'windows-1252') ?? word : word)
  return mended === text || MIXED.test(mended) ? null : mended
}

/** Takes the bytes that a text had when it was read in one encoding and reads them in another; `null` where that fails. */
function reread(text: string, read: string, meant: string): string | null {
  const bytes = Buffer.concat([...text].map((sign) => {
    const code = sign.codePointAt(0) ?? 0
    const encoded = iconv.encode(sign, read)
    return iconv.decode(encoded, read) === sign ? encoded : Buffer.from(code <= 0xff ? [code] : [0xff])
  }))
  if (meant !== 'utf-8') return iconv.decode(bytes, meant)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
