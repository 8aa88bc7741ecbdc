import { useEffect, useRef, useState } from 'react'
import type { Decisions, OpenStudy } from '../../../shared/correspondence/templates/model.ts'
import { office } from '../../app/office.ts'
import { showFailure } from '../../ui/notices.tsx'

/**
 * Stores decisions about a template one after the other: who clicks faster than the study comes back builds on what was stored last, not
 * on what is shown.
 * Each is one step that Strg+Z takes back; notices would cover the paper that is being clicked.
 * @returns what takes a change with the words for it, and the words for the last one that was stored
 */
export function useDecisions(id: string, study: OpenStudy): { decide: (change: (before: Decisions) => Decisions, words: string) => void; said: string } {
  const stored = useRef({ version: study.version, decisions: study.decisions })
  const [said, setSaid] = useState('')
  const queue = useRef<Promise<void>>(Promise.resolve())
  useEffect(() => {
    if (study.version > stored.current.version) stored.current = { version: study.version, decisions: study.decisions }
  }, [study])

  const decide = (change: (before: Decisions) => Decisions, words: string): void => {
    queue.current = queue.current.then(async () => {
      try {
        const decisions = change(stored.current.decisions)
        const receipt = await office.correspondence.templates.decide({ id, version: stored.current.version, decisions })
        stored.current = { version: receipt.version, decisions }
        setSaid(words)
      } catch (error) {
        showFailure(error)
      }
    })
  }
  return { decide, said }
}
