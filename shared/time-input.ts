const pad = (value: number): string => String(value).padStart(2, '0')

/** A time as people type it: `14:05`, `14.05`, `1405`, `9`. Empty text is no time; undefined when it is none. */
export function parseTimeInput(text: string): string | null | undefined {
  const word = text.trim().replace(/\s*uhr$/i, '')
  if (word === '') return null
  const match = /^(\d{1,2})[:.]?(\d{2})?$/.exec(word)
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? 0)]
  return match && hour < 24 && minute < 60 ? `${pad(hour)}:${pad(minute)}` : undefined
}
