/** Stands in the built page where the main process puts the nonce of its content security policy. */
export const noncePlaceholder = 'nonce-of-this-load'
