/** A font file as `data:` address; the bundler puts it into a chunk of its own. */
declare module '*.ttf?inline' {
  const address: string
  export default address
}
