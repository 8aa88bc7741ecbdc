import { expect, test } from '@playwright/test'
import { attack } from './attack.ts'
import { shareOffice } from '../support/shared-office.ts'

/**
 * Attacked: the permissions of the page (electron/main/security/session-hardening.ts). Electron grants all of them unless
 * told otherwise, also those that a browser would ask for: place, camera, clipboard, devices, files.
 */

const office = shareOffice()

const denied: [string, string, RegExp][] = [
  ['place', 'return await new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, (error) => yes(error.code)))', /^1$/],
  ['notifications', 'return await Notification.requestPermission()', /^denied$/],
  ['camera', 'await navigator.mediaDevices.getUserMedia({ video: true })', /^refused: Not(Allowed|Found)Error$/],
  ['microphone', 'await navigator.mediaDevices.getUserMedia({ audio: true })', /^refused: Not(Allowed|Found)Error$/],
  ['screen', 'await navigator.mediaDevices.getDisplayMedia()', /^refused/],
  ['reading the clipboard', 'return await navigator.clipboard.readText()', /^refused: NotAllowedError$/],
  ['MIDI', 'await navigator.requestMIDIAccess({ sysex: true })', /^refused/],
  ['serial ports', 'return (await navigator.serial.getPorts()).length', /^(0|refused.*)$/],
  ['asking for a serial port', 'await navigator.serial.requestPort()', /^refused/],
  ['USB', 'await navigator.usb.requestDevice({ filters: [] })', /^refused/],
  ['Bluetooth', 'await navigator.bluetooth.requestDevice({ acceptAllDevices: true })', /^refused/],
  ['input devices', 'return (await navigator.hid.requestDevice({ filters: [] })).length', /^(0|refused.*)$/],
  ['fonts of the machine', 'return (await queryLocalFonts()).length', /^(0|refused.*)$/],
  ['absence of the person', 'return await IdleDetector.requestPermission()', /^(denied|refused.*)$/],
  ['screens of the machine', 'await getScreenDetails()', /^refused/],
  ['keeping the screen awake', "await navigator.wakeLock.request('screen')", /^refused/],
  ['the pointer', "document.body.requestPointerLock(); await new Promise((r) => setTimeout(r, 200)); return String(document.pointerLockElement)", /^null$/],
  ['the keyboard', 'await navigator.keyboard.lock()', /^(refused|undefined)/],
  ['files', 'await showOpenFilePicker()', /^refused/],
  ['folders', 'await showDirectoryPicker()', /^refused/],
  ['saving files', 'await showSaveFilePicker()', /^refused/],
  ['lasting storage', 'return String(await navigator.storage.persist())', /^false$/],
  ['background work', 'await navigator.serviceWorker.register("./assets/sw.js")', /^refused/],
  ['payment', 'await new PaymentRequest([{ supportedMethods: "https://example.org" }], { total: { label: "x", amount: { currency: "EUR", value: "1" } } }).show()', /^refused/],
  ['sensors', "return await new Promise((yes) => { const s = new Accelerometer(); s.onerror = ({ error }) => yes('refused: ' + error.name); s.onreading = () => yes('read'); s.start() })", /^refused/],
]

for (const [what, code, answer] of denied) {
  test(`denied: ${what}`, async () => expect(String(await attack(office().window, code))).toMatch(answer))
}

test('every permission that the page can ask about is denied', async () => {
  const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'persistent-storage', 'idle-detection', 'local-fonts', 'storage-access', 'window-management', 'screen-wake-lock']
  const states = await attack(office().window, `
    return await Promise.all(${JSON.stringify(names)}.map((name) => navigator.permissions.query({ name }).then(({ state }) => state, () => 'denied')))
  `)
  expect(states).toEqual(names.map(() => 'denied'))
})
