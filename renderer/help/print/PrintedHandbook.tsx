import { createContext, useContext, useEffect, type ReactNode } from 'react'
import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { anchorOf } from '../../../shared/help/contents.ts'
import { displayKeys, shortcuts } from '../../../shared/shortcuts.ts'
import { handbook, type HandbookPage } from '../handbook.ts'

/** The whole handbook on paper: title, contents, a chapter a page, keys. */
export function PrintedHandbook() {
  useEffect(() => {
    // The main process prints once the letters of the fonts are there.
    void document.fonts.ready.then(() => {
      document.documentElement.dataset.ready = ''
    })
  }, [])
  return (
    <>
      <header className="cover">
        <p className="product">Integrationsbüro</p>
        <h1>Handbuch</h1>
        <p>Für Integrationsbeauftragte, Assistenz und IT</p>
      </header>
      <nav className="contents" aria-label="Inhalt">
        <h2>Inhalt</h2>
        <ol>
          {handbook.map((page) => (
            <li key={page.name}>
              <a href={`#${page.name}`}>{page.number} {page.title}</a>
              <ol>
                {page.sections.filter(({ level }) => level === 2).map(({ heading, anchor }, section) => (
                  <li key={anchor}><a href={`#${page.name}-${anchor}`}>{page.number}.{section + 1} {heading}</a></li>
                ))}
              </ol>
            </li>
          ))}
          <li><a href="#shortcuts">{handbook.length + 1} Tastenkürzel</a></li>
        </ol>
      </nav>
      {handbook.map((page) => <Chapter key={page.name} page={page} />)}
      <section className="chapter" id="shortcuts">
        <h1>{handbook.length + 1} Tastenkürzel</h1>
        <table>
          <thead><tr><th>Taste</th><th>Wirkung</th></tr></thead>
          <tbody>{shortcuts.map(({ command, keys, label }) => <tr key={command}><td>{displayKeys(keys)}</td><td>{label}</td></tr>)}</tbody>
        </table>
      </section>
    </>
  )
}

/** The chapter that a heading stands in. */
const ChapterOf = createContext<HandbookPage | null>(null)

function Chapter({ page }: { page: HandbookPage }) {
  return (
    <section className="chapter" id={page.name}>
      <ChapterOf value={page}>
        <Markdown remarkPlugins={[remarkGfm]} components={components}>
          {page.text}
        </Markdown>
      </ChapterOf>
    </section>
  )
}

/** Headings get the numbers that the contents name. */
function NumberedHeading({ level, children }: { level: 1 | 2 | 3; children?: ReactNode }) {
  const page = useContext(ChapterOf)
  if (!page) return null
  const anchor = anchorOf(String(children))
  const place = page.sections.filter((section) => section.level === 2).findIndex((section) => section.anchor === anchor)
  if (level === 1) return <h1>{page.number} {children}</h1>
  const id = `${page.name}-${anchor}`
  return level === 2 ? <h2 id={id}>{page.number}.{place + 1} {children}</h2> : <h3 id={id}>{children}</h3>
}

const components: Components = {
  h1: ({ children }) => <NumberedHeading level={1}>{children}</NumberedHeading>,
  h2: ({ children }) => <NumberedHeading level={2}>{children}</NumberedHeading>,
  h3: ({ children }) => <NumberedHeading level={3}>{children}</NumberedHeading>,
  a: ({ href = '', children }) => <a href={innerAddress(href)}>{children}</a>,
}

/** Links between the files of the handbook, as links within the one document. */
function innerAddress(href: string): string {
  const [file, anchor] = decodeURIComponent(href).split('#')
  const page = handbook.find((each) => each.file === file)
  return page ? `#${page.name}${anchor === undefined ? '' : `-${anchor}`}` : '#'
}
