/** Exit codes of the commands without a window; documented in resources/handbook/it.md. */
export const exitCodes = { done: 0, unexpected: 1, nothingThere: 2, inUse: 3, damaged: 4, diskFull: 5, notReachable: 6, policyFault: 7 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
