import { expect, it } from 'vitest'
import { agsProblem, landOfAgs } from './ags.ts'
import { contactInputSchema } from './model.ts'

it('takes municipalities and counties of all sixteen Länder', () => {
  // Keys of the Gemeindeverzeichnis: Cottbus, Forst (Lausitz), Landkreis Spree-Neiße, Hamburg, Flensburg.
  for (const key of ['', '12052000', '12071076', '12071', '02000000', '01001000']) expect(agsProblem(key)).toBeNull()
  expect(landOfAgs('12052000')).toBe('Brandenburg')
  expect(landOfAgs('01001')).toBe('Schleswig-Holstein')
  expect(new Set(Array.from({ length: 16 }, (_, index) => landOfAgs(String(index + 1).padStart(2, '0')))).size).toBe(16)
})

it('says what is wrong with others', () => {
  expect(agsProblem('1001000')).toContain('Führende Nullen')
  expect(agsProblem('120520000000')).toContain('12052000.')
  expect(agsProblem('120715701076')).toContain('12071076.')
  expect(agsProblem('17000000')).toContain('zu keinem Land')
  expect(agsProblem('00000')).toContain('zu keinem Land')
  expect(agsProblem('Cottbus')).toContain('nur aus Ziffern')
})

it('is stored without the spaces of its groups', () => {
  expect(contactInputSchema.parse({ kind: 'organisation', name: 'Stadt', ags: ' 12 0 52 000 ' }).ags).toBe('12052000')
  expect(contactInputSchema.safeParse({ kind: 'organisation', name: 'Stadt', ags: '99' }).error?.issues[0]).toMatchObject({ path: ['ags'] })
})
