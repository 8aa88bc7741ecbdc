import { Typography } from '@mantine/core'
import { createContext, useContext, useLayoutEffect, useRef, type ReactNode } from 'react'
import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { anchorOf } from '../../shared/help/contents.ts'
import { handbook, type HandbookPage } from './handbook.ts'
import classes from './HandbookText.module.css'

/**
 * A page of the handbook as one reads it.
 * @param props.heading comes into view
 * @param props.onPage a link leads to another page
 */
export function HandbookText({ page, heading, onPage }: { page: HandbookPage; heading?: string | undefined; onPage: Follow }) {
  const article = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const target = heading === undefined ? null : article.current?.querySelector(`[data-anchor="${CSS.escape(anchorOf(heading))}"]`)
    if (target) target.scrollIntoView({ block: 'start' })
    else article.current?.scrollIntoView({ block: 'start' })
  }, [page, heading])
  return (
    <Typography ref={article} className={classes.text}>
      <FollowLink value={onPage}>
        <Markdown remarkPlugins={[remarkGfm]} components={components}>
          {page.text}
        </Markdown>
      </FollowLink>
    </Typography>
  )
}

type Follow = (page: string, heading?: string) => void
const FollowLink = createContext<Follow>(() => {})

function heading(Heading: 'h1' | 'h2' | 'h3') {
  return ({ children }: { children?: ReactNode }) => <Heading data-anchor={anchorOf(String(children))} className={classes.heading}>{children}</Heading>
}

/** Links of the handbook name files and anchors, as Markdown is read elsewhere, too. */
function HandbookLink({ href = '', children }: { href?: string; children?: ReactNode }) {
  const onPage = useContext(FollowLink)
  const [file, anchor] = decodeURIComponent(href).split('#')
  const page = handbook.find((each) => each.file === file)
  const follow = (): void => page && onPage(page.name, page.sections.find((section) => section.anchor === anchor)?.heading)
  return <button type="button" className={classes.link} onClick={follow}>{children}</button>
}

const components: Components = {
  h1: heading('h1'), h2: heading('h2'), h3: heading('h3'),
  a: HandbookLink,
  table: ({ children }) => <div className={classes.table}><table>{children}</table></div>,
}
