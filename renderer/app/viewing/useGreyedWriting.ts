import { useEffect } from 'react'
import { showWarning } from '../../ui/notices.tsx'
import { refuseWriting } from '../commands.ts'
import { useViewing, viewingHint } from './useViewing.ts'
import { writes } from './words.ts'

/** Controls that could write. Tabs, options and links only lead somewhere. */
const controls = 'button:not([role=tab], [role=option], [role=radio], [aria-haspopup=true], [aria-haspopup=menu])'
/** A form that stores what is typed bears this sign (`SaveState`). */
const saving = '[data-saves]'
const texts = 'input:not([type=search], [type=radio], [type=checkbox]), textarea, [contenteditable=true]'
const fields = 'input:not([type=search], .mantine-SegmentedControl-input), textarea, select, [contenteditable=true], .mantine-RichTextEditor-control'
/** Signs on controls whose word is that of what is made: „+ Zweck“. */
const signs = '.tabler-icon-plus, .tabler-icon-trash, .tabler-icon-pencil, .tabler-icon-edit'
/** Whatever stands here only shows something. */
const looks = '[data-looks]'
/** Marked by us; styled in base.css. */
const mark = 'data-only-looked-at'

/**
 * While a copy is looked at: greys whatever would change something or give something out, wherever it stands, and says why. That it is
 * refused is not left to the page.
 */
export function useGreyedWriting(): void {
  const viewing = useViewing()
  useEffect(() => {
    if (!viewing) return
    const root = document.body
    const grey = (): void => {
      for (const control of root.querySelectorAll<HTMLElement>(controls)) setGreyed(control, isWriting(control))
      for (const sign of root.querySelectorAll(saving)) for (const field of formOf(sign)?.querySelectorAll<HTMLElement>(fields) ?? []) if (!field.closest(looks)) setGreyed(field, true)
    }
    let waiting = 0
    const later = (): void => {
      cancelAnimationFrame(waiting)
      waiting = requestAnimationFrame(grey)
    }
    const observer = new MutationObserver(later)
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: ['aria-label', 'disabled'] })
    grey()

    const stop = (event: Event): void => {
      if (!(event.target instanceof Element) || !event.target.closest(`[${mark}]`)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (event.type === 'click') showWarning(viewingHint)
    }
    const types = ['click', 'beforeinput', 'paste', 'drop'] as const
    for (const type of types) root.addEventListener(type, stop, { capture: true })
    const endCommands = refuseWriting(() => showWarning(viewingHint))
    return () => {
      cancelAnimationFrame(waiting)
      observer.disconnect()
      for (const type of types) root.removeEventListener(type, stop, { capture: true })
      endCommands()
      for (const control of root.querySelectorAll<HTMLElement>(`[${mark}]`)) setGreyed(control, false)
    }
  }, [viewing])
}

function isWriting(control: HTMLElement): boolean {
  if (control.closest(looks)) return false
  const submits = control instanceof HTMLButtonElement && control.type === 'submit' && control.form !== null && control.form.role !== 'search'
  return submits || control.querySelector(signs) !== null || writes(control.getAttribute('aria-label') ?? control.textContent)
}

/** What belongs to a sign: the nearest part of the page around it that has fields for text. */
function formOf(sign: Element): Element | null {
  for (let part = sign.parentElement; part && part.id !== 'main'; part = part.parentElement) if (part.querySelector(texts)) return part
  return null
}

function setGreyed(control: HTMLElement, greyed: boolean): void {
  if (control.hasAttribute(mark) === greyed) return
  if (greyed) {
    control.setAttribute(mark, control.title)
    control.setAttribute('aria-disabled', 'true')
    control.title = viewingHint
  } else {
    control.title = control.getAttribute(mark) ?? ''
    if (control.title === '') control.removeAttribute('title')
    control.removeAttribute(mark)
    control.removeAttribute('aria-disabled')
  }
}
