import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { HeldLease } from './lease.ts'
import { LeaseKeeper } from './lease-keeper.ts'
import { VaultError } from './vault-error.ts'

/** A lease whose signs of life fail as told, one after the other. */
function kept(failures: (VaultError | null)[]) {
  const news: string[] = []
  let lose = (): void => {}
  const lease = {
    beat: async () => {
      const failure = failures.shift() ?? null
      if (failure?.reason === 'lease-lost') lose()
      if (failure) throw failure
    },
    whenLost: (listener: () => void) => (lose = listener),
  } as unknown as HeldLease
  const keeper = new LeaseKeeper(lease, { returned: async () => void news.push('returned'), lost: () => news.push('lost') })
  onTestFinished(() => keeper.end())
  return { keeper, news }
}

const away = new VaultError('unreachable', 'share-away')

describe('who keeps a lease', () => {
  it('calls a folder away only when it is, and says once that it is back', async () => {
    const { keeper, news } = kept([new VaultError('busy'), null, away, away, null, null])
    await keeper.look()
    expect(keeper.awaySince).toBeNull()
    await keeper.look()
    const since = keeper.awaySince
    expect(since).not.toBeNull()
    await keeper.look()
    expect([keeper.awaySince, news]).toEqual([since, []])
    await keeper.look()
    await keeper.look()
    expect([keeper.awaySince, news]).toEqual([null, ['returned']])
  })

  it('does not call a full disk away', async () => {
    const { keeper } = kept([new VaultError('disk-full'), new VaultError('disk-full')])
    await keeper.look()
    expect(keeper.awaySince).toBeNull()
  })

  it('tells of a loss once, and gives no sign of life after that', async () => {
    const { keeper, news } = kept([new VaultError('busy', 'lease-lost')])
    await keeper.look()
    await keeper.look()
    expect([news, keeper.awaySince]).toEqual([['lost'], null])
  })

  it('gives signs of life by itself, more often while the folder is away', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { keeper, news } = kept([null, away, away, null])
    await vi.advanceTimersByTimeAsync(20_000)
    expect(keeper.awaySince).not.toBeNull()
    await vi.advanceTimersByTimeAsync(6_000)
    expect([keeper.awaySince, news]).toEqual([null, ['returned']])
  })
})
