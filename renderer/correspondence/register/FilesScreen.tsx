import { Button, Group, Menu, Text, TextInput, Title } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconDownload, IconFile, IconFolder, IconFolderPlus, IconFolders, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState, type ReactNode } from 'react'
import { planTree, type PlanNode } from '../../../shared/correspondence/register/file-plan.ts'
import type { Dossier, Matter } from '../../../shared/correspondence/register/model.ts'
import { useCommand } from '../../app/commands.ts'
import { api, office } from '../../app/office.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { CorrespondenceTabs } from '../CorrespondenceTabs.tsx'
import parts from '../parts.module.css'
import { ExportItem } from '../../ui/Export.tsx'
import { saveTable } from '../../ui/saveTable.ts'
import { DossierRecord, MatterRecord, NewDossier } from './FileRecords.tsx'
import classes from './Files.module.css'

/** „Akten": the Aktenplan as a tree with its Akten and Vorgänge, beside it what lies in the chosen one. */
export function FilesScreen(): ReactNode {
  const { id } = useSearch({ from: '/correspondence/files' })
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  const [all, setAll] = useState(false)
  const [creating, setCreating] = useState<string | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const { data, error } = useQuery(api.correspondence.register.files.tree.queryOptions())
  useCommand('new', () => setCreating(''))
  useCommand('find-here', () => search.current?.focus())
  const show = (chosen: string | undefined): void => void navigate({ to: '/correspondence/files', search: chosen ? { id: chosen } : {} })
  if (error) return <FailureAlert error={error} />
  const dossier = data?.dossiers.find((each) => each.id === id)
  const matter = data?.matters.find((each) => each.id === id)
  const list = (
    <div className={parts.list}>
      <div className={parts.head}>
        <div className={parts.title}>
          <Title order={1} size="h3">Akten</Title>
          <Group gap="xs">
            <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setCreating('')}>Neue Akte</Button>
            <Menu position="bottom-end">
              <Menu.Target><Button variant="default" px="xs" aria-label="Aktenverzeichnis ausgeben"><IconDownload size={17} aria-hidden /></Button></Menu.Target>
              <Menu.Dropdown>
                {(['pdf', 'xlsx'] as const).map((format) => <ExportItem key={format} format={format} onClick={() => void saveTable('Aktenverzeichnis', format, (grant) => office.correspondence.register.files.save({ format, grant }))}>Aktenverzeichnis als {format === 'pdf' ? 'PDF' : 'Excel-Datei'} …</ExportItem>)}
              </Menu.Dropdown>
            </Menu>
          </Group>
        </div>
        <CorrespondenceTabs current="files" />
        <TextInput ref={search} aria-label="Akten durchsuchen" placeholder="Titel oder Aktenzeichen" value={query} onChange={(event) => setQuery(event.currentTarget.value)} />
        <Button size="compact-xs" variant="subtle" w="fit-content" aria-pressed={all} onClick={() => setAll(!all)}>{all ? 'Nur belegte Stellen des Aktenplans' : 'Ganzen Aktenplan zeigen'}</Button>
      </div>
      {data && <FileTree plan={planTree(data.plan)} dossiers={data.dossiers} matters={data.matters} query={query} all={all} current={id ?? null} onChoose={(value) => (value.startsWith('plan:') ? setCreating(value.slice(5)) : show(value))} />}
    </div>
  )
  return (
    <>
      <SplitView
        name="files.list" initial={430} smallest={280} recordSmallest={400} list={list}
        record={matter ? <MatterRecord key={matter.id} matter={matter} dossier={data?.dossiers.find((each) => each.id === matter.dossierId)} onGone={() => show(matter.dossierId)} onShow={show} />
          : dossier && data ? <DossierRecord key={dossier.id} dossier={dossier} matters={data.matters.filter((each) => each.dossierId === dossier.id)} plan={data.plan} onShow={show} />
          : <EmptyState icon={IconFolders} title="Keine Akte gewählt" text="Eine Akte liegt an einer Stelle des Aktenplans, ein Vorgang hat ein Aktenzeichen, darin liegen nummerierte Dokumente." steps={<Button variant="default" leftSection={<IconFolderPlus size={17} aria-hidden />} onClick={() => setCreating('')}>Neue Akte</Button>} />}
      />
      {creating !== null && data && <NewDossier plan={data.plan} initial={creating} onClose={() => setCreating(null)} onCreated={(created) => { setCreating(null); show(created) }} />}
    </>
  )
}

function FileTree({ plan, dossiers, matters, query, all, current, onChoose }: {
  plan: readonly PlanNode[]; dossiers: readonly Dossier[]; matters: readonly Matter[]; query: string; all: boolean; current: string | null; onChoose(value: string): void
}): ReactNode {
  const data = treeOf(plan, dossiers, matters, query.trim().toLowerCase(), all)
  // What a person has opened or closed; a search opens everything that it finds.
  const [toggled, setToggled] = useState<Readonly<Record<string, boolean>>>({})
  if (data.length === 0) return <Text px="md" size="sm" c="dimmed">{query === '' ? 'Noch keine Akte.' : 'Nichts gefunden.'}</Text>
  const branch = (nodes: readonly FileNode[], level: number): ReactNode => (
    <ul className={classes.branch} aria-label={level === 0 ? 'Aktenplan' : undefined}>
      {nodes.map(({ value, label, kind, children }) => {
        const open = toggled[value] ?? (query !== '' || all || kind === 'plan' || children.some((child) => child.value === current))
        const Sign = signs[kind]
        return (
          <li key={value}>
            <div className={classes.node} data-current={value === current || undefined}>
              {children.length > 0
                ? <button type="button" className={classes.toggle} aria-expanded={open} aria-label={`${label} ${open ? 'zuklappen' : 'aufklappen'}`} onClick={() => setToggled({ ...toggled, [value]: !open })}>{open ? <IconChevronDown size={15} aria-hidden /> : <IconChevronRight size={15} aria-hidden />}</button>
                : <span className={classes.toggle} />}
              <button type="button" className={classes.label} aria-current={value === current || undefined} onClick={() => onChoose(value)} title={kind === 'plan' ? 'Akte an dieser Stelle anlegen' : undefined}><Sign size={16} aria-hidden /><span>{label}</span></button>
            </div>
            {open && children.length > 0 && branch(children, level + 1)}
          </li>
        )
      })}
    </ul>
  )
  return <nav className={classes.tree} aria-label="Akten">{branch(data, 0)}</nav>
}

interface FileNode {
  value: string
  label: string
  kind: 'plan' | 'dossier' | 'matter'
  children: FileNode[]
}

const signs = { plan: IconFolders, dossier: IconFolder, matter: IconFile }

/** The branches that hold something, or everything; a search keeps what it finds and the way to it. */
function treeOf(plan: readonly PlanNode[], dossiers: readonly Dossier[], matters: readonly Matter[], query: string, all: boolean): FileNode[] {
  const hits = (text: string): boolean => query === '' || text.toLowerCase().includes(query)
  const known = new Set<string>()
  const collect = (nodes: readonly PlanNode[]): void => nodes.forEach((node) => { known.add(node.code); collect(node.children) })
  collect(plan)
  const dossierNodes = (code: string): FileNode[] => dossiers.filter((each) => each.plan === code).flatMap((each) => {
    const inside = matters.filter(({ dossierId }) => dossierId === each.id)
    const found = hits(each.title) ? inside : inside.filter((matter) => hits(`${matter.reference} ${matter.title}`))
    if (!hits(each.title) && found.length === 0) return []
    const children = found.map((matter): FileNode => ({ value: matter.id, kind: 'matter', label: `${matter.reference} ${matter.title}${matter.closedOn ? ' (z. d. A.)' : ''}`, children: [] }))
    return [{ value: each.id, kind: 'dossier', label: each.closedOn ? `${each.title} (geschlossen)` : each.title, children }]
  })
  const branch = (node: PlanNode): FileNode[] => {
    const children = [...node.children.flatMap(branch), ...dossierNodes(node.code)]
    if (children.length === 0 && !(all && hits(`${node.code} ${node.title}`))) return []
    return [{ value: `plan:${node.code}`, kind: 'plan', label: `${node.code} ${node.title}`, children }]
  }
  const outside = dossiers.filter((each) => !known.has(each.plan)).map((each) => each.plan)
  return [...plan.flatMap(branch), ...[...new Set(outside)].flatMap(dossierNodes)]
}
