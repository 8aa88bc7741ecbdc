/**
 * The displays on which windows are tested, by their X names. Two windows never share one: focus and clipboard belong to
 * the display. Without a list there is the display that the tests were started on, and one window at a time.
 */
export const displays: readonly (string | undefined)[] = process.env['TEST_DISPLAYS']?.split(' ') ?? [undefined]

/** The variable that sends a window to the display of the worker that starts it; nothing where there is only one. */
export function displayOfWorker(): Record<string, string> {
  const display = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)]
  return display === undefined ? {} : { DISPLAY: display }
}
