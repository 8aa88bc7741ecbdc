/**
 * Keeps text in the page: no copying, no cutting, no dragging out. Runs in the preload's own world before any script of the page, which can't
 * take it away. Cards and rows that are dragged within the page go on.
 */
export function keepTextIn(page: Window): void {
  const prevent = (event: Event): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  page.addEventListener('copy', prevent, true)
  page.addEventListener('cut', prevent, true)
  page.addEventListener('dragstart', (event) => {
    const { target } = event
    if (!(target instanceof HTMLElement) || target.closest('[draggable="true"]') === null) prevent(event)
  }, true)
}
