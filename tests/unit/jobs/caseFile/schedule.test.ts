import { describe, expect, it } from 'vitest'
import { encodeWindowsTask, systemdTimer, windowsTask } from '../../../../src-main/jobs/caseFile/schedule'
import { readWords } from '../../../../src-main/shell/words'

const windows = {
  executable: 'C:\\Program Files\\Netzwart\\Netzwart.exe',
  dataFolder: 'C:\\Users\\ada.muster\\AppData\\Roaming\\netzwart',
  hour: 5,
  userSid: 'S-1-5-21-1-2-3-1001'
}
const linux = {
  executable: '/opt/Netzwart/netzwart',
  dataFolder: '/home/ada.muster/.config/netzwart',
  hour: 5
}

function argumentsOf(task: string): string {
  return /<Arguments>(.*)<\/Arguments>/.exec(task)?.[1] ?? ''
}

describe('the Windows task', () => {
  it('runs what is due every day, or as soon as it can, with the least rights, unseen and on the network', () => {
    const task = windowsTask(windows)
    for (const part of [
      '<Command>C:\\Program Files\\Netzwart\\Netzwart.exe</Command>',
      `<Arguments>--headless due --data ${windows.dataFolder}</Arguments>`,
      '<StartBoundary>2026-01-01T05:00:00</StartBoundary>',
      '<DaysInterval>1</DaysInterval>',
      '<StartWhenAvailable>true</StartWhenAvailable>',
      '<RunOnlyIfNetworkAvailable>true</RunOnlyIfNetworkAvailable>',
      '<Hidden>true</Hidden>',
      '<LogonType>InteractiveToken</LogonType>',
      '<RunLevel>LeastPrivilege</RunLevel>'
    ]) {
      expect(task).toContain(part)
    }
    expect(task.match(/<UserId>S-1-5-21-1-2-3-1001<\/UserId>/g)).toHaveLength(2)
    expect(task.replaceAll('\r\n', '')).not.toContain('\n')
  })

  it('belongs to whoever imports it where nobody is named, and then asks for nothing that needs more rights', () => {
    const task = windowsTask({ ...windows, userSid: null })
    expect(task).not.toContain('UserId')
    expect(task).not.toContain('LogonTrigger')
  })

  it('quotes words as Windows takes them apart, and escapes them for XML', () => {
    const folder = (dataFolder: string): string => argumentsOf(windowsTask({ ...windows, dataFolder }))
    expect(folder('C:\\Schul daten\\')).toBe('--headless due --data &quot;C:\\Schul daten\\\\&quot;')
    expect(folder('D:\\A & B <1>')).toBe('--headless due --data &quot;D:\\A &amp; B &lt;1&gt;&quot;')
    expect(folder('\\\\server\\share')).toBe('--headless due --data \\\\server\\share')
    expect(folder('a\\"b')).toBe('--headless due --data &quot;a\\\\\\&quot;b&quot;')
    const inCheckout = windowsTask({ ...windows, leadingWords: ['C:\\netz wart'] })
    expect(argumentsOf(inCheckout)).toMatch(/^&quot;C:\\netz wart&quot; --headless due --data /)
  })

  it('is a file in UTF-16 with its mark, as its first line says', () => {
    const bytes = encodeWindowsTask(windowsTask(windows))
    expect([...bytes.subarray(0, 4)]).toEqual([0xff, 0xfe, 0x3c, 0x00])
    expect(Buffer.from(bytes).toString('utf16le')).toContain('encoding="UTF-16"')
  })
})

describe('the systemd timer', () => {
  it('runs what is due every day, or as soon as it can', () => {
    const { service, timer } = systemdTimer(linux)
    expect(service).toContain(
      '\nExecStart=:/opt/Netzwart/netzwart --headless due --data /home/ada.muster/.config/netzwart\n'
    )
    expect(service).toContain('\nEnvironmentFile=/home/ada.muster/.config/netzwart/due.env\n')
    expect(timer).toContain('\nOnCalendar=*-*-* 05:00:00\n')
    expect(timer).toContain('\nPersistent=true\n')
  })

  it('quotes words as systemd takes them apart', () => {
    const { service } = systemdTimer({ ...linux, dataFolder: '/srv/100 % "A\\B" $HOME ü' })
    expect(service).toContain('--data "/srv/100 %% \\"A\\\\B\\" $HOME ü"\n')
    expect(service).toContain('\nEnvironmentFile=/srv/100 %% "A\\B" $HOME ü/due.env\n')
  })
})

describe('both', () => {
  it('say in both languages that no password stands in them, and name none on the command line', () => {
    const { service } = systemdTimer(linux)
    for (const text of [windowsTask(windows), service]) {
      expect(text).toContain('Hier steht kein Passwort')
      expect(text).toContain('No password stands here')
      expect(text).toContain('NETZWART_BIND_PASSWORD')
      expect(text).toContain('NETZWART_DATABASE_PASSWORD')
      expect(/^.*--headless.*$/m.exec(text)?.[0]).not.toMatch(/password/i)
    }
  })

  it('ask the app for its command line', () => {
    const words = argumentsOf(windowsTask(windows)).split(' ')
    expect(readWords(words).commandLine).toEqual(['due', '--data', windows.dataFolder])
  })

  it('know no way to say a path with a line break', () => {
    const dataFolder = '/srv/a\nExecStart=/bin/sh'
    expect(() => systemdTimer({ ...linux, dataFolder })).toThrow(RangeError)
    expect(() => windowsTask({ ...windows, dataFolder })).toThrow(RangeError)
  })
})
