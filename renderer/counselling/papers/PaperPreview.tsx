import { Loader, Text, Textarea } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Attachment } from '../../../shared/counselling/attachments/contract.ts'
import { shownAsImage } from '../../../shared/attachments/kinds.ts'
import { useVisitorMode } from '../../app/visitor.ts'
import { showFailure } from '../../ui/notices.tsx'
import { contentOf } from './handOver.ts'
import classes from './Papers.module.css'

const longestText = 20_000

/** An image, or the beginning of a text. Everything else is left to its own program: the window runs no foreign format. */
export function PaperPreview({ paper }: { paper: Attachment }) {
  const { id, kind, name } = paper
  const [shown, setShown] = useState<{ url: string } | { text: string } | null>(null)
  const visitor = useVisitorMode()
  useEffect(() => {
    let url: string | null = null
    let current = true
    contentOf(id).then((bytes) => {
      if (!current) return
      if (!shownAsImage.includes(kind)) return setShown({ text: new TextDecoder().decode(bytes.subarray(0, longestText)) })
      url = URL.createObjectURL(new Blob([bytes], { type: kind === 'jpg' ? 'image/jpeg' : `image/${kind}` }))
      setShown({ url })
    }, showFailure)
    return () => {
      current = false
      if (url) URL.revokeObjectURL(url)
    }
  }, [id, kind])
  if (visitor) return <Text size="sm" c="dimmed" mt={6}>Im Publikumsmodus werden Unterlagen nicht gezeigt.</Text>
  if (!shown) return <Loader size="sm" mt={8} aria-label="Wird geladen" />
  return 'url' in shown ? <img className={classes.image} src={shown.url} alt={`Unterlage „${name}“`} /> : <Textarea mt={8} readOnly autosize minRows={3} maxRows={16} aria-label={`Text von „${name}“`} value={shown.text} />
}
