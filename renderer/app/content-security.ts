import { config } from 'zod'

/**
 * What the page's content security policy asks of libraries. Imported before everything else: zod decides on loading a
 * schema whether it may compile code, and the policy forbids that (asking is already reported as a violation).
 */
config({ jitless: true })

/** Random for each load of the page; the policy lets only style elements that carry it bring styles. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

// By this name, which is webpack's, react-remove-scroll (behind Mantine's dialogs) asks for the nonce.
Object.assign(globalThis, { __webpack_nonce__: styleNonce })
