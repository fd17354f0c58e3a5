import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { Announce } from '../contract/handlers'
import type { checkEvent, Gateway, makeGateway, Sender } from './gateway'
import type { ErrorLog } from './errorLog'

/** The border between window and main, which brings the whole contract along and so is loaded beside the window. */
export interface Border {
  readonly makeGateway: typeof makeGateway
  readonly checkEvent: typeof checkEvent
}

/** Lets the window call the gateway. `ready` delays calls that come before the services are built. */
export function openChannel(gateway: Promise<Gateway>, findWindow: () => BrowserWindow | null): void {
  ipcMain.handle('netzwart:call', async (event, name: unknown, input: unknown) => {
    const sender = describeSender(event, findWindow())
    return (await gateway)(sender, name, input)
  })
}

/** How services tell the window something; a window that is gone hears nothing. */
export function makeAnnounce(
  findWindow: () => BrowserWindow | null,
  border: Promise<Border>,
  log: ErrorLog
): Announce {
  const send = async (...[name, payload]: Parameters<Announce>): Promise<void> => {
    const { checkEvent: checked } = await border
    const window = findWindow()
    if (window === null || window.isDestroyed() || window.webContents.isDestroyed()) return
    try {
      window.webContents.send('netzwart:event', name, checked(name, payload))
    } catch (error) {
      // The one who announces has work to finish; a wrong event is a bug to note, not a reason to stop it.
      log.write(`event ${name}`, error)
    }
  }
  return (...event) => void send(...event)
}

function describeSender(event: IpcMainInvokeEvent, window: BrowserWindow | null): Sender {
  const frame = event.senderFrame
  return {
    isOurWindow: window !== null && !window.isDestroyed() && event.sender === window.webContents,
    isMainFrame: frame !== null && frame === event.sender.mainFrame,
    address: frame?.url ?? ''
  }
}
