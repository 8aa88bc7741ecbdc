import { describe, expect, it } from 'vitest'
import { channelWarning } from './channel-check.ts'
import type { ChannelKind } from './model.ts'

const warning = (kind: ChannelKind, value: string) => channelWarning({ kind, value })

describe('plausible channels', () => {
  it.each([
    ['phone', ''], ['phone', '115'], ['phone', '+49 (0)355 612-2008'], ['phone', '0355/612 20 08 Durchwahl 12'], ['phone', '0049 355 6122008'], ['mobile', '0171 2345678'],
    ['fax', '030 23125-109'], ['other', 'Signal: @büro'], ['email', 'integration@musterstadt.example'], ['email', "o'neill+büro@stadt-köln.de"], ['email', 'a.b@sub.amt.example'],
    ['web', 'www.musterstadt.example'], ['web', 'https://musterstadt.example/integration?x=1'], ['web', 'http://intranet.stadt.de:8080/a'],
  ] as const)('%s %s', (kind, value) => {
    expect(warning(kind, value)).toBeNull()
  })
})

describe('what looks wrong', () => {
  it.each([
    ['phone', '4,93556E+11', 'Excel'], ['phone', 'nur über Pforte', 'keine Ziffern'], ['phone', '0355 612 Frau Muster', 'Buchstaben'], ['mobile', '12', 'zu kurz'],
    ['phone', '0355 6122008 / 0355 6122009', 'zu lang'], ['phone', 'a@b.de', 'E-Mail-Adresse'],
    ['email', 'integration', '@'], ['email', 'a@@b.de', '@'], ['email', 'a@b', 'Hinter dem @'], ['email', 'a@stadt,de', 'mehrere'], ['email', 'a@b.de; c@d.de', 'mehrere'],
    ['email', 'a@b.de c@d.de', 'mehrere'], ['email', 'a b@stadt.de', 'Leerstelle'], ['email', 'a..b@stadt.de', 'Punkte'],
    ['web', 'stadt', 'vollständige'], ['web', 'a@b.de', 'E-Mail-Adresse'], ['web', 'www stadt.de', 'Leerstelle'],
  ] as const)('%s %s', (kind, value, words) => {
    expect(warning(kind, value)).toContain(words)
  })
})
