/**
 * Signs inside a document while it is filled: noncharacters of Unicode, which no text of a person holds (they are taken out of values)
 * and which XML allows. Whatever braces somebody writes into a letter therefore stay what they are.
 */
export const marks = {
  /** Where an empty value stood. */
  empty: '\uFDD0',
  /** Around the words that stand for a missing value. */
  gapStart: '\uFDD1',
  gapEnd: '\uFDD2',
  /** Around a tag, in place of the braces of the template. */
  tagStart: '\uFDD3',
  tagEnd: '\uFDD4',
} as const

const anyMark = /[\uFDD0-\uFDEF]/gu

/** Whether text holds any of the signs. */
export function holdsMarks(text: string): boolean {
  return text.search(anyMark) >= 0
}

/** Gives text without the signs. */
export function withoutMarks(text: string): string {
  return text.replace(anyMark, '')
}
