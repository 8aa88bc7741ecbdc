import { office } from '../../procedures.ts'
import { addTerm, listTerms, removeTerm, updateTerm } from './glossary-service.ts'
import { addWord, checkWords, listWords, removeWord, suggest } from './spelling-service.ts'

const { language } = office.correspondence

/** Spelling, dictionary and glossary. */
export const languageRouter = {
  check: language.check.handler(({ context, input }) => checkWords(context.desk, input.words)),
  suggest: language.suggest.handler(({ input }) => suggest(input.word)),
  words: language.words.handler(({ context }) => listWords(context.desk)),
  addWord: language.addWord.handler(({ context, input }) => addWord(context.desk, input.word)),
  removeWord: language.removeWord.handler(({ context, input }) => removeWord(context.desk, input.id, input.version)),
  terms: language.terms.handler(({ context }) => listTerms(context.desk)),
  addTerm: language.addTerm.handler(({ context, input }) => addTerm(context.desk, input)),
  updateTerm: language.updateTerm.handler(({ context, input }) => updateTerm(context.desk, input.id, input.version, input.fields)),
  removeTerm: language.removeTerm.handler(({ context, input }) => removeTerm(context.desk, input.id, input.version)),
}
