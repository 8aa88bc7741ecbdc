import { Menu, Tabs } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import classes from './OverflowTabs.module.css'

interface TabEntry<Value extends string> {
  value: Value
  label: string
}

/**
 * A strip of tabs in one line however narrow it is: what doesn't fit stands in a menu at its end, the current one never.
 * @param children what the current tab shows, where the strip doesn't lead to another screen
 */
export function OverflowTabs<Value extends string>({ tabs, current, onChange, className, panelClass, children }: {
  tabs: readonly TabEntry<Value>[]
  current: Value
  onChange(value: Value): void
  className?: string | undefined
  panelClass?: string | undefined
  children?: ReactNode
}) {
  const strip = useRef<HTMLDivElement>(null)
  const measure = useRef<HTMLDivElement>(null)
  const [fitting, setFitting] = useState(tabs.length)
  const currentAt = tabs.findIndex(({ value }) => value === current)
  useLayoutEffect(() => {
    const [outer, inner] = [strip.current, measure.current]
    if (!outer || !inner) return
    const fit = (): void => {
      const [more = 0, ...widths] = [...inner.children].map((child) => child.getBoundingClientRect().width)
      setFitting(countFitting(widths, more, outer.clientWidth, currentAt))
    }
    const observer = new ResizeObserver(fit)
    observer.observe(outer)
    observer.observe(inner)
    return () => observer.disconnect()
  }, [tabs, currentAt])

  const shown = tabs.filter((_, place) => place < fitting || place === currentAt)
  const hidden = tabs.filter((tab) => !shown.includes(tab))
  return (
    <Tabs value={current} className={className} classNames={{ tab: classes.tab, list: classes.list }} onChange={(value) => value !== null && onChange(value as Value)}>
      <div ref={strip} className={classes.strip}>
        <Tabs.List>
          {shown.map(({ value, label }) => <Tabs.Tab key={value} value={value}>{label}</Tabs.Tab>)}
        </Tabs.List>
        {hidden.length > 0 && (
          <Menu position="bottom-end">
            <Menu.Target>
              <button type="button" className={classes.more}>Mehr <IconChevronDown size={15} aria-hidden /></button>
            </Menu.Target>
            <Menu.Dropdown>
              {hidden.map(({ value, label }) => <Menu.Item key={value} onClick={() => onChange(value)}>{label}</Menu.Item>)}
            </Menu.Dropdown>
          </Menu>
        )}
        <div ref={measure} className={classes.measure} aria-hidden>
          <span className={classes.more}>Mehr <IconChevronDown size={15} /></span>
          {tabs.map(({ value, label }) => <span key={value} className={classes.tab}>{label}</span>)}
        </div>
      </div>
      {children !== undefined && <Tabs.Panel key={current} value={current} className={panelClass}>{children}</Tabs.Panel>}
    </Tabs>
  )
}

/** How many tabs from the first on fit beside the menu and the current one. */
function countFitting(widths: readonly number[], more: number, room: number, currentAt: number): number {
  const total = widths.reduce((sum, width) => sum + width, 0)
  if (total <= room) return widths.length
  for (let count = widths.length - 1; count > 0; count--) {
    const needed = widths.reduce((sum, width, place) => (place < count || place === currentAt ? sum + width : sum), more)
    if (needed <= room) return count
  }
  return 0
}
