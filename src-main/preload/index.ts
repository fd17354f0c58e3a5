import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Bridge } from '../contract/bridge'

/*
 * Runs sandboxed between window and main. It hands names and values through and knows nothing: main checks
 * who asks and what, and the window gets neither Electron nor an event object.
 */
const listeners = new Map<string, Set<(payload: unknown) => void>>()

ipcRenderer.on('netzwart:event', (_event: IpcRendererEvent, name: string, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload)
})

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke('netzwart:call', name, input),
  on: (name, listener) => {
    const known = listeners.get(name) ?? new Set()
    listeners.set(name, known)
    // A wrapper of its own for every call, so that one listener may listen twice and stop once.
    const entry = (payload: unknown): void => {
      listener(payload)
    }
    known.add(entry)
    return () => {
      known.delete(entry)
    }
  }
}

contextBridge.exposeInMainWorld('netzwart', bridge)
