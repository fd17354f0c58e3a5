import { join } from 'node:path'

/** What a scheduled task runs, and when. */
export interface ScheduleOptions {
  /** Full path of the app. */
  readonly executable: string
  /** What stands before `--headless`: Electron in a checkout wants the app's folder. Empty where it is installed. */
  readonly leadingWords?: readonly string[]
  readonly dataFolder: string
  /** Hour of the day on the PC's clock, 0 to 23. */
  readonly hour: number
}

/** Where the timer's service finds the passwords, beside the case file; the person writes it, never Netzwart. */
const environmentName = 'due.env'

/**
 * A task for the Windows Task Scheduler that runs `due` every day, and at the next opportunity where the PC was off.
 * Version 1.2 of its schema (Windows 7 and newer). Runs as the signed-in person with the least rights and holds no
 * password. The file must be UTF-16, as its first line says: `encodeWindowsTask`. The Task Scheduler replaces
 * `%NAME%` in paths by the environment and knows no way to escape it.
 *
 * @param userSid the person's security identifier (`S-1-5-…`); null: whoever imports the task. A known person is also
 *   served at each sign-in, which only administrators may set up for everybody.
 */
export function windowsTask({
  executable,
  leadingWords = [],
  dataFolder,
  hour,
  userSid
}: ScheduleOptions & { readonly userSid: string | null }): string {
  const words = [...leadingWords, ...commandWords(dataFolder)].map(windowsWord).join(' ')
  const user = userSid === null ? '' : `<UserId>${xml(userSid)}</UserId>`
  return lines(
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<!--',
    '  Erledigt jeden Tag, was in Netzwart fällig ist: hebt Sperren auf, führt Freigegebenes aus, lässt Freigaben verfallen.',
    '  Does every day what is due in Netzwart: lifts suspensions, carries out what was approved, lets approvals expire.',
    '',
    '  Einrichten / set up:',
    '    schtasks /Create /TN "Netzwart" /XML "netzwart-due.xml"',
    '',
    '  Hier steht kein Passwort. Die Aufgabe liest es aus der Umgebung der angemeldeten Person: Benutzervariable',
    '  NETZWART_BIND_PASSWORD (Systemsteuerung, Umgebungsvariablen), bei einer gemeinsamen Fallakte auch',
    '  NETZWART_DATABASE_PASSWORD. Windows speichert Benutzervariablen im Klartext: diese Person, ihre Programme und die',
    '  Administratoren des PCs können sie lesen. Die Aufgabe läuft nur, solange die Person angemeldet ist.',
    '',
    '  No password stands here. The task reads it from the environment of the person who is signed in: user variable',
    '  NETZWART_BIND_PASSWORD (Control Panel, environment variables), with a shared case file also',
    '  NETZWART_DATABASE_PASSWORD. Windows keeps user variables in plain text: this person, their programs and the',
    '  administrators of the PC can read them. The task runs only while the person is signed in.',
    '-->',
    '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    '  <RegistrationInfo>',
    '    <Author>Netzwart</Author>',
    '    <Description>Netzwart: Fälliges erledigen / do what is due (netzwart due)</Description>',
    '  </RegistrationInfo>',
    '  <Triggers>',
    '    <CalendarTrigger>',
    '      <Enabled>true</Enabled>',
    `      <StartBoundary>2026-01-01T${twoDigits(hour)}:00:00</StartBoundary>`,
    '      <ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>',
    '    </CalendarTrigger>',
    ...(userSid === null
      ? []
      : [
          '    <LogonTrigger>',
          '      <Enabled>true</Enabled>',
          `      ${user}`,
          '      <Delay>PT3M</Delay>',
          '    </LogonTrigger>'
        ]),
    '  </Triggers>',
    '  <Principals>',
    '    <Principal id="Author">',
    ...(userSid === null ? [] : [`      ${user}`]),
    '      <LogonType>InteractiveToken</LogonType>',
    '      <RunLevel>LeastPrivilege</RunLevel>',
    '    </Principal>',
    '  </Principals>',
    '  <Settings>',
    '    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
    '    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>',
    '    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>',
    '    <StartWhenAvailable>true</StartWhenAvailable>',
    '    <RunOnlyIfNetworkAvailable>true</RunOnlyIfNetworkAvailable>',
    '    <Enabled>true</Enabled>',
    '    <Hidden>true</Hidden>',
    '    <ExecutionTimeLimit>PT1H</ExecutionTimeLimit>',
    '  </Settings>',
    '  <Actions Context="Author">',
    '    <Exec>',
    `      <Command>${xml(executable)}</Command>`,
    `      <Arguments>${xml(words)}</Arguments>`,
    '    </Exec>',
    '  </Actions>',
    '</Task>'
  ).replaceAll('\n', '\r\n')
}

/** The bytes of the task's file: UTF-16, little endian, with its mark. */
export function encodeWindowsTask(task: string): Uint8Array {
  return Buffer.from(`\uFEFF${task}`, 'utf16le')
}

/**
 * A service and a timer of the person's own systemd (244 and newer) that run `due` every day, and at the next
 * opportunity where the PC was off. To be saved as `netzwart-due.service` and `netzwart-due.timer`. They hold no
 * password: the service reads it from `due.env` in the data folder.
 */
export function systemdTimer({ executable, leadingWords = [], dataFolder, hour }: ScheduleOptions): {
  readonly service: string
  readonly timer: string
} {
  const command = [executable, ...leadingWords, ...commandWords(dataFolder)].map(systemdWord).join(' ')
  const environment = specifiersEscaped(join(dataFolder, environmentName))
  const service = lines(
    '# Erledigt, was in Netzwart fällig ist: hebt Sperren auf, führt Freigegebenes aus, lässt Freigaben verfallen.',
    '# Does what is due in Netzwart: lifts suspensions, carries out what was approved, lets approvals expire.',
    '#',
    '# Einrichten: beide Dateien nach ~/.config/systemd/user/ legen, dann',
    '# Set up: put both files into ~/.config/systemd/user/, then',
    '#   systemctl --user daemon-reload && systemctl --user enable --now netzwart-due.timer',
    '#',
    '# Hier steht kein Passwort. Legen Sie die Datei, die unter EnvironmentFile steht, mit dem Modus 0600 an, mit der Zeile',
    '#   NETZWART_BIND_PASSWORD="…"',
    '# und bei einer gemeinsamen Fallakte auch NETZWART_DATABASE_PASSWORD="…". Vor " \\ ` und $ im Passwort gehört ein \\.',
    '# Wer als diese Person oder als root auf den PC kommt, kann sie lesen.',
    '#',
    '# No password stands here. Make the file that EnvironmentFile names, mode 0600, with the line shown above; with a',
    '# shared case file also NETZWART_DATABASE_PASSWORD="…". Put a \\ before each " \\ ` and $ of the password.',
    '# Whoever gets onto the PC as this person or as root can read it.',
    '',
    '[Unit]',
    'Description=Netzwart: do what is due',
    // Four more attempts, a quarter of an hour apart, also while the app's window has the data folder.
    'StartLimitIntervalSec=6h',
    'StartLimitBurst=5',
    '',
    '[Service]',
    'Type=oneshot',
    `EnvironmentFile=${environment}`,
    // The colon: nothing in the words is a variable.
    `ExecStart=:${command}`,
    'Restart=on-failure',
    'RestartSec=15min',
    'TimeoutStartSec=1h',
    'UMask=0077'
  )
  const timer = lines(
    '# Startet netzwart-due.service jeden Tag, oder sobald der PC wieder an ist. Ohne Anmeldung läuft es nur nach',
    '# Starts netzwart-due.service every day, or as soon as the PC is on again. While nobody is signed in only after',
    '#   loginctl enable-linger',
    '',
    '[Unit]',
    'Description=Netzwart: do what is due, every day',
    '',
    '[Timer]',
    `OnCalendar=*-*-* ${twoDigits(hour)}:00:00`,
    'RandomizedDelaySec=5min',
    'Persistent=true',
    '',
    '[Install]',
    'WantedBy=timers.target'
  )
  return { service, timer }
}

function commandWords(dataFolder: string): readonly string[] {
  return ['--headless', 'due', '--data', dataFolder]
}

/** What neither format can say: control characters, halves of characters. They stand in no path of a school's PC. */
const unspeakable = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u

function speakable(text: string): string {
  if (unspeakable.test(text)) throw new RangeError('A path with control characters')
  return text
}

function xml(text: string): string {
  return speakable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Quoted as Windows programs take their command line apart (CommandLineToArgvW). */
function windowsWord(word: string): string {
  if (/^[\w.:\\/-]+$/.test(word)) return word
  const escaped = word.replaceAll(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')
  return `"${escaped}"`
}

/** Quoted as systemd takes its command lines apart (systemd.syntax). */
function systemdWord(word: string): string {
  const escaped = specifiersEscaped(word).replaceAll('\\', '\\\\').replaceAll('"', '\\"')
  return /^[\w./%-]+$/.test(escaped) ? escaped : `"${escaped}"`
}

function specifiersEscaped(text: string): string {
  return speakable(text).replaceAll('%', '%%')
}

function twoDigits(hour: number): string {
  return String(hour).padStart(2, '0')
}

function lines(...text: readonly string[]): string {
  return `${text.join('\n')}\n`
}
