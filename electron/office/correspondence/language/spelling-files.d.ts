/** A part of the dictionary as text; the bundler puts it into a chunk of its own. */
declare module '*.aff?raw' {
  const text: string
  export default text
}
declare module '*.dic?raw' {
  const text: string
  export default text
}
/** A program in WebAssembly as `data:` address. */
declare module '*.wasm?inline' {
  const address: string
  export default address
}
