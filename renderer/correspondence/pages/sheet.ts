import { createContext } from 'react'
import type { Pages, Section } from '../../../shared/correspondence/pages/model.ts'

/** What all of a document's pages are drawn with. */
export type Sheet = Pick<Pages, 'looks' | 'images' | 'tab' | 'addsDistances'>
export const SheetContext = createContext<Sheet>({ looks: [], images: [], tab: 36, addsDistances: false })

/** The number of the page and of all pages, where they are printed. While pages are counted it isn't known yet. */
export const PageNumbers = createContext({ page: 9, pages: 9 })

/** The section on whose page something is drawn. */
export const SectionContext = createContext<Pick<Section, 'width' | 'left' | 'right'>>({ width: 595.3, left: 70.9, right: 56.7 })
