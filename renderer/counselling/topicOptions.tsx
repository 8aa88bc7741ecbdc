import { VisuallyHidden, type SelectProps } from '@mantine/core'
import { topicGroups, topicLabel } from '../../shared/counselling/catalogues.ts'
import classes from './ConsultationFields.module.css'

interface TopicOption {
  value: string
  label: string
}

/** Main topics with their sub-topics below them, the most frequent first. Every label says both, so typing either finds it. */
export function topicOptions(day: string, chosen: readonly string[]): TopicOption[] {
  const offered = topicGroups(day).flatMap(({ main, topics }) => [main.code, ...topics.map((topic) => topic.code)])
  return [...new Set([...offered, ...chosen])].map((code) => ({ value: code, label: topicLabel(code) }))
}

/** Main topics only, for filters. */
export function mainTopicOptions(day: string): TopicOption[] {
  return topicGroups(day).map(({ main }) => ({ value: main.code, label: main.label }))
}

/** Sub-topics stand below their main topic, further in. */
export const renderTopic: SelectProps['renderOption'] = ({ option }) => {
  const [main, sub] = option.label.split(' · ')
  if (sub === undefined) return <span className={classes.main}>{main}</span>
  return (
    <span className={classes.sub}>
      <VisuallyHidden>{main} · </VisuallyHidden>
      {sub}
    </span>
  )
}
