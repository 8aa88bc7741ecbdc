// Loaded into the main process before the application (`electron -r`): no window is made before the test driver has attached.
// Otherwise the two meet half-way in about one start of forty, wait for each other, and the start is lost. The driver
// calls `__playwright_run` once it is ready.
// oxlint-disable-next-line typescript/no-require-imports -- what `-r` names is required
const { app } = require('electron')

const ready = app.whenReady.bind(app)
/** @type {(value?: undefined) => void} */
let begin
const attached = new Promise((resolve) => {
  begin = resolve
})
app.whenReady = () => attached.then(ready)
Object.assign(globalThis, { __playwright_run: () => begin() })
