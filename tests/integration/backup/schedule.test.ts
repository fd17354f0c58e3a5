import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { encodeWindowsTask, systemdTimer, windowsTask } from '../../../src-main/jobs/caseFile/schedule'
import { run, tryRun } from '../servers/command'

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-schedule-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Read by expat; Python is there because samba-tool is written in it. */
const readTask = `
import json, sys, xml.etree.ElementTree as tree
task = tree.parse(sys.argv[1]).getroot()
space = '{http://schemas.microsoft.com/windows/2004/02/mit/task}'
action = task.find(space + 'Actions/' + space + 'Exec')
print(json.dumps([task.tag, [part.tag.replace(space, '') for part in task], [part.text for part in action]]))
`

it.each([
  [
    'C:\\Program Files\\Netzwart\\Netzwart.exe',
    'C:\\Users\\ada\\netzwart',
    '--data C:\\Users\\ada\\netzwart'
  ],
  [
    'D:\\Söhne & <Töchter>\\]]>\\N.exe',
    '\\\\schul-server\\Ablage "&quot;" \\',
    '--data "\\\\schul-server\\Ablage \\"&quot;\\" \\\\"'
  ]
])('the task for %s is well-formed and says what was meant', async (executable, dataFolder, said) => {
  const file = join(await newFolder(), 'task.xml')
  await writeFile(
    file,
    encodeWindowsTask(windowsTask({ executable, dataFolder, hour: 23, userSid: 'S-1-5-21-1' }))
  )
  const { stdout } = await run('python3', ['-c', readTask, file])
  expect(JSON.parse(stdout)).toEqual([
    '{http://schemas.microsoft.com/windows/2004/02/mit/task}Task',
    ['RegistrationInfo', 'Triggers', 'Principals', 'Settings', 'Actions'],
    [executable, `--headless due ${said}`]
  ])
})

it('the units are what systemd takes, where it is there to ask', async (context) => {
  const folder = await newFolder()
  const environment = { ...process.env, XDG_RUNTIME_DIR: folder }
  const verify = async (): Promise<{ readonly code: number; readonly stderr: string }> =>
    tryRun(
      'systemd-analyze',
      ['--user', 'verify', join(folder, 'netzwart-due.timer'), join(folder, 'netzwart-due.service')],
      environment
    )
  const isThere = await tryRun('systemd-analyze', ['--version'], environment).catch(() => null)
  if (isThere === null) context.skip()

  const place = join(folder, 'Schule $HOME 100 % ü')
  const executable = join(place, 'netz wart')
  await mkdir(place)
  await writeFile(executable, '#!/bin/sh\n')
  const { service, timer } = systemdTimer({ executable, dataFolder: join(place, '"A\\B"'), hour: 5 })
  await writeFile(join(folder, 'netzwart-due.service'), service)
  await writeFile(join(folder, 'netzwart-due.timer'), timer)
  // It looks for the very file that was meant.
  expect((await verify()).stderr).toContain(`Command ${executable} is not executable`)
  await chmod(executable, 0o755)
  expect(await verify()).toMatchObject({ code: 0, stderr: '' })
})
