import { contextBridge, ipcRenderer } from 'electron'
import type { Desktop, DesktopEvent } from '../../shared/desktop.ts'
import { noCopyingSwitch } from '../no-copying.ts'
import { keepTextIn } from './keep-text-in.ts'

/** Hands the office process's port to the page and exposes the few procedures of the main process. */

ipcRenderer.on('office-port', (event) => {
  // Same origin only: the page is the only one in this window.
  window.postMessage('office-port', location.origin, event.ports)
})

if (process.argv.includes(noCopyingSwitch)) keepTextIn(window)

const invoke = (name: string) => (...args: unknown[]) => ipcRenderer.invoke(`desktop:${name}`, ...args)

const desktop: Desktop = {
  environment: invoke('environment') as Desktop['environment'],
  lock: invoke('lock') as Desktop['lock'],
  lockReady: invoke('lockReady') as Desktop['lockReady'],
  activity: invoke('activity') as Desktop['activity'],
  setIdleLock: invoke('setIdleLock') as Desktop['setIdleLock'],
  chooseVaultFolder: invoke('chooseVaultFolder') as Desktop['chooseVaultFolder'],
  chooseSaveTarget: invoke('chooseSaveTarget') as Desktop['chooseSaveTarget'],
  chooseTargetFolder: invoke('chooseTargetFolder') as Desktop['chooseTargetFolder'],
  chooseBackupPlace: invoke('chooseBackupPlace') as Desktop['chooseBackupPlace'],
  chooseBackupFolder: invoke('chooseBackupFolder') as Desktop['chooseBackupFolder'],
  forgetBackupPlace: invoke('forgetBackupPlace') as Desktop['forgetBackupPlace'],
  prepareViewing: invoke('prepareViewing') as Desktop['prepareViewing'],
  showViewing: invoke('showViewing') as Desktop['showViewing'],
  wipeViewing: invoke('wipeViewing') as Desktop['wipeViewing'],
  prepareEditing: invoke('prepareEditing') as Desktop['prepareEditing'],
  showEditing: invoke('showEditing') as Desktop['showEditing'],
  print: invoke('print') as Desktop['print'],
  saveHandbook: invoke('saveHandbook') as Desktop['saveHandbook'],
  copyText: invoke('copyText') as Desktop['copyText'],
  setColorScheme: invoke('setColorScheme') as Desktop['setColorScheme'],
  policy: invoke('policy') as Desktop['policy'],
  diagnose: invoke('diagnose') as Desktop['diagnose'],
  saveDiagnosis: invoke('saveDiagnosis') as Desktop['saveDiagnosis'],
  on(listener) {
    const forward = (_: unknown, event: DesktopEvent): void => listener(event)
    ipcRenderer.on('desktop-event', forward)
    return () => ipcRenderer.off('desktop-event', forward)
  },
}

contextBridge.exposeInMainWorld('desktop', desktop)
