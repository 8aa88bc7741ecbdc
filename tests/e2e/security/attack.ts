import type { Page } from '@playwright/test'

/** How long an attack may try; none of them needs the network to answer. */
const patienceMilliseconds = 1_500

/**
 * Runs code in the page as an attacker would who has found a way to do so (a flaw in a library, say). Code is text here,
 * because it belongs to the attacker's world and not to the project's types. It runs in a task of its own: directly
 * under a debugger's call the page's policy would not hold.
 * @param code body of an async function
 * @returns what it returned, `refused: <name of the error>` when it failed, `silence` when it got no answer
 */
export function attack(window: Page, code: string): Promise<unknown> {
  return window.evaluate(`
    Promise.race([
      new Promise((begin) => setTimeout(begin)).then(async () => { ${code} }).catch((error) => 'refused: ' + (error?.name ?? error)),
      new Promise((resolve) => setTimeout(() => resolve('silence'), ${patienceMilliseconds})),
    ])
  `)
}

/** Directives of the content security policy that the code ran into, each once, in order. */
export async function violations(window: Page, code: string): Promise<string[]> {
  await window.evaluate(`
    globalThis.violated = []
    globalThis.onViolation ??= (event) => violated.push(event.effectiveDirective)
    document.addEventListener('securitypolicyviolation', onViolation)
  `)
  await attack(window, code)
  const seen = await window.evaluate(`new Promise((resolve) => setTimeout(() => resolve(violated), 100))`)
  return [...new Set(seen as string[])]
}
