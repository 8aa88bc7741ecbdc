import classes from './Network.module.css'

/** The whole drawing once more, as large as the paper allows, whatever part of it the screen shows. */
export function PrintedDrawing({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return <svg className={classes.printed} viewBox={`${x} ${y} ${width} ${height}`} aria-hidden><use href="#network-drawing" /></svg>
}
