const incident = /^incident [0-9A-F]{6}: [\w ]{1,60}$/
const ended = /^office process ended( unexpectedly)?$/
/** What the program notes of its own course; nothing in it comes from outside. */
const course = /^(?:application (?:started \d+\.\d+\.\d+|ended)|office (?:unlocked|locked)|policy read: \d+ settled, \d+ faults, \d+ warnings|command [a-z-]{1,20} ended with \d)$/
/** A frame of V8: function, and at the end file, line and column. */
const frame = /^\s+at (?:((?:async |new )?[\w.$<>#]{1,80}(?: \[as [\w.]{1,40}\])?) \()?(?:.*[/\\])?([\w.-]{1,60}:\d+:\d+)\)?$/

/**
 * The lines of a text that may be kept: incident numbers and stack frames, which are our own source. Anything else
 * could quote what the office keeps. Of a frame's path only the file's name stays: folders carry the name of a person.
 */
export function harmlessLines(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    if ([incident, ended, course].some((pattern) => pattern.test(line))) return [line]
    const [, name, place] = frame.exec(line) ?? []
    if (!place) return []
    return [name ? `    at ${name} (${place})` : `    at ${place}`]
  })
}
