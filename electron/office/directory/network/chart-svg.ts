import { boxPadding, lineSize, type ChartLayout } from '../../../../shared/directory/network/chart-layout.ts'

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * The organisation chart as a picture of its own, on white, for paper and for other programs. It carries a title and a
 * description of each box, so that a screen reader can speak it.
 * @param day the day the chart stands for, ISO
 */
export function chartSvg({ width, height, boxes, links }: ChartLayout, day: string): string {
  const title = `Organigramm, Stand ${day.split('-').reverse().join('.')}`
  const lines = links.map((points) => `<polyline points="${points.map(([x, y]) => `${x},${y}`).join(' ')}"/>`)
  const drawn = boxes.map(({ unit, x, y, width: boxWidth, height: boxHeight, lines: texts }) => {
    const name = escape([unit.name, unit.department].filter(Boolean).join(', '))
    const text = texts.map((line) =>
      `<text x="${boxPadding}" y="${line.y}" font-size="${lineSize(line.role)}"${line.role === 'name' ? ' font-weight="600"' : ''}${line.role === 'detail' || line.role === 'more' ? ' fill="#665c50"' : ''}>${escape(line.text)}</text>`)
    return `<g transform="translate(${x} ${y})"><title>${name}</title><rect width="${boxWidth}" height="${boxHeight}" rx="6" fill="#fff" stroke="#0f525a" stroke-width="1.5"/>${text.join('')}</g>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xml:lang="de" lang="de" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="Arial, 'Liberation Sans', sans-serif" fill="#1b1b1b">
<title>${title}</title>
<rect width="${width}" height="${height}" fill="#fff"/>
<g fill="none" stroke="#0f525a" stroke-width="1.5">${lines.join('')}</g>
${drawn.join('\n')}
</svg>
`
}
