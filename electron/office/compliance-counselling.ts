/** Features of the office don't know the counselling: here its part of the papers about the whole office is given to them. */
export { retentionForPapers } from './counselling/privacy/for-papers.ts'
