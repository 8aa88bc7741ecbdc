/** Where a release stands on its way over the Pressestelle to the media. */
export const releaseStates = ['draft', 'review', 'released', 'sent', 'dropped'] as const
export type ReleaseState = (typeof releaseStates)[number]
export const releaseStateLabels: Readonly<Record<ReleaseState, string>> = {
  draft: 'Entwurf', review: 'Bei der Pressestelle', released: 'Freigegeben', sent: 'Versandt', dropped: 'Nicht veröffentlicht',
}

export const releaseActions = ['submit', 'return', 'release', 'reopen', 'drop'] as const
export type ReleaseAction = (typeof releaseActions)[number]

const from: Readonly<Record<ReleaseAction, readonly ReleaseState[]>> = {
  submit: ['draft'], return: ['review'], release: ['draft', 'review'], reopen: ['released', 'sent', 'dropped'], drop: ['draft', 'review', 'released'],
}

/** Whether an action fits the state. */
export function fitsRelease(action: ReleaseAction, state: ReleaseState): boolean {
  return from[action].includes(state)
}
