import { noChoice, type Candidate, type SerialChannel, type SerialChoice, type SerialWay } from './model.ts'

/** How heavy a finding is: `stop`: no letter can go there; `ask`: none goes unless somebody says so; `hint`: one goes, but look at it. */
export type ProblemLevel = 'stop' | 'ask' | 'hint'

export interface SerialProblem {
  code: 'refused' | 'undecided' | 'address' | 'email' | 'salutation' | 'ended' | 'double' | 'household' | 'gap'
  level: ProblemLevel
  /** German. */
  text: string
}

/** What becomes of a candidate. */
export interface Judgement {
  way: SerialWay
  /** The address or the e-mail address. */
  target: string
  problems: SerialProblem[]
  written: boolean
  /** Why no letter goes there, German; empty if one does. */
  reason: string
}

/** Decides for one candidate: by which way, what is wrong, and whether a letter is written. The window and the office process ask the same. */
export function judge(candidate: Candidate, channel: SerialChannel, choice: SerialChoice = noChoice): Judgement {
  const way = choice.way !== 'auto' ? choice.way : channel === 'split' ? candidate.preferred : channel
  const problems = problemsOf(candidate, way)
  const stop = problems.find(({ level }) => level === 'stop')
  const ask = problems.find(({ level }) => level === 'ask')
  const reason = choice.written === 'out' ? 'von Hand ausgelassen' : stop?.text ?? (choice.written === 'in' ? '' : ask?.text ?? '')
  return { way, target: candidate[way].target, problems, written: reason === '', reason }
}

function problemsOf(candidate: Candidate, way: SerialWay): SerialProblem[] {
  const problems: SerialProblem[] = []
  const add = (code: SerialProblem['code'], level: ProblemLevel, text: string): void => {
    if (text !== '') problems.push({ code, level, text })
  }
  add(candidate.mayDecide ? 'undecided' : 'refused', candidate.mayDecide ? 'ask' : 'stop', candidate.withheld)
  add(way === 'letter' ? 'address' : 'email', 'stop', candidate[way].problem)
  add('ended', candidate.endedOnly ? 'ask' : 'hint', candidate.ended)
  add('double', 'ask', candidate.sameAs && `derselbe Empfänger wie ${candidate.sameAs}`)
  add('household', 'hint', candidate.householdOf && `gleicher Haushalt wie ${candidate.householdOf}`)
  add('gap', 'ask', candidate.gaps.length > 0 ? `im Text fehlt: ${candidate.gaps.join(', ')}` : '')
  add('salutation', 'hint', candidate.withoutSalutation ? 'keine Anrede gewählt: „Sehr geehrte Damen und Herren,“' : '')
  return problems
}
