/** What other features read Word files with: after the same checks that templates go through. */
export { openWordPackage } from '../word-package.ts'
export { all, child, parseXml, type Element, type Node } from '../xml.ts'
