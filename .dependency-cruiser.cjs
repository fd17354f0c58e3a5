/** Who may import whom: the table of docs/architecture.md, as rules that fail the build. */
const rooms = {
  contract: '^src-main/contract/',
  core: '^src-main/core/',
  desks: '^src-main/desks/',
  /** What a job or a desk declares: for everybody, and so for the window. A long contract has its operations and statements beside it. */
  declared: '^src-main/(jobs|desks)/[^/]+/(contract(?:Operations|Statements)?|failures)\\.ts$',
  jobs: '^src-main/jobs/(?![^/]+/commandLine(/|\\.ts$))',
  /** A job's words at the command line, which the job itself does not know. */
  jobWords: '^src-main/jobs/[^/]+/commandLine(/|\\.ts$)',
  ports: '^src-main/world/[^/]+/port\\.ts$',
  world: '^src-main/world/',
  shell: '^src-main/shell/',
  commandLine: '^src-main/commandLine/',
  renderer: '^src-renderer/'
}

/** A room may import from the project only what is listed. */
function only(name, from, allowed, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from },
    to: { path: '^(src-main|src-renderer|tests|scripts|bench)/', pathNot: [from, ...allowed] }
  }
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle means that two files are one, or that something stands in the wrong room.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
    },
    {
      name: 'resolvable',
      comment: 'Every import is found.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^#', '\\.css$', '^virtual:', '^~icons/'] }
    },
    {
      name: 'not-to-development-packages',
      comment: 'What runs in main is a dependency, since it is packaged.',
      severity: 'error',
      from: { path: '^src-main/', pathNot: rooms.shell + '|^src-main/(index|preload)' },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/(@types|electron)/' }
    },
    only(
      'contract-alone',
      rooms.contract,
      [rooms.declared],
      'The contract knows nobody; it gathers what jobs and desks declare.'
    ),
    {
      name: 'contract-zod-only',
      comment: 'The contract needs zod and nothing else.',
      severity: 'error',
      from: { path: rooms.contract },
      to: { pathNot: ['node_modules/zod/', rooms.contract, rooms.declared] }
    },
    {
      name: 'job-contracts-zod-only',
      comment: 'What a job declares is read by the window, too: it needs zod and the contract.',
      severity: 'error',
      from: { path: rooms.declared },
      to: {
        pathNot: [
          'node_modules/zod/',
          rooms.contract,
          '^src-main/$1/[^/]+/contract(?:Operations|Statements)\\.ts$'
        ]
      }
    },
    {
      name: 'contract-no-cycles',
      comment: 'Result, which everybody imports, hangs on nothing that hangs on it, by type or by value.',
      severity: 'error',
      from: { path: [rooms.contract, rooms.declared] },
      to: { circular: true }
    },
    only(
      'core-stands-alone',
      rooms.core,
      [rooms.contract, '^src-main/world/store/port\\.ts$'],
      'The core serves every job and knows none; of the world it knows the store port.'
    ),
    only(
      'desks-below-jobs',
      rooms.desks,
      [rooms.contract, rooms.core, rooms.ports],
      'A desk serves several jobs and knows none.'
    ),
    only(
      'jobs-know-ports',
      rooms.jobs,
      [rooms.contract, rooms.core, rooms.desks, rooms.ports],
      'A job reaches the world through ports; it does not know its words at the command line.'
    ),
    only(
      'job-words-know-job-and-command-line',
      rooms.jobWords,
      [rooms.contract, rooms.core, rooms.desks, rooms.ports, rooms.jobs, rooms.commandLine],
      'The words of a job know the job and what all words have in common.'
    ),
    {
      name: 'jobs-apart',
      comment: 'A job never imports another job.',
      severity: 'error',
      from: { path: '^src-main/jobs/([^/]+)/' },
      to: { path: '^src-main/jobs/([^/]+)/', pathNot: '^src-main/jobs/$1/' }
    },
    only(
      'world-knows-its-port',
      rooms.world,
      [rooms.contract, '^src-main/core/(cooperation|seededRandom)\\.ts$'],
      'An adapter knows its port, the contract, how works take turns, and how made-up things come about.'
    ),
    {
      name: 'adapters-apart',
      comment:
        'An adapter never imports another adapter; those of LDAP share world/directory/ldap, those of SQL world/store/sql.',
      severity: 'error',
      from: { path: '^src-main/world/([^/]+)/([^/]+)/' },
      to: {
        path: '^src-main/world/',
        pathNot: [
          '^src-main/world/$1/$2/',
          '^src-main/world/$1/port\\.ts$',
          '^src-main/world/directory/ldap/',
          '^src-main/world/store/sql/'
        ]
      }
    },
    {
      name: 'ldap-layer-below-adapters',
      comment: 'The shared LDAP layer knows no adapter.',
      severity: 'error',
      from: { path: '^src-main/world/directory/ldap/' },
      to: { path: '^src-main/world/directory/(?!ldap/|port\\.ts)' }
    },
    {
      name: 'sql-layer-below-adapters',
      comment: 'The shared SQL layer knows no adapter.',
      severity: 'error',
      from: { path: '^src-main/world/store/sql/' },
      to: { path: '^src-main/world/store/(?!sql/|port\\.ts)' }
    },
    {
      name: 'sql-layer-for-stores-only',
      comment: 'A room beside the stores never imports their shared SQL layer.',
      severity: 'error',
      from: { path: '^src-main/world/(?!store/)' },
      to: { path: '^src-main/world/store/sql/' }
    },
    only(
      'shell-knows-contract',
      rooms.shell,
      [rooms.contract, rooms.ports],
      'The shell implements ports and passes calls on; services are handed in.'
    ),
    only(
      'command-line-knows-contract',
      rooms.commandLine,
      [rooms.contract, rooms.ports, '^src-main/commandWords\\.ts$'],
      'The command line speaks to the services handed to it; of jobs it knows the list of their words.'
    ),
    {
      name: 'electron-in-shell-only',
      comment: 'Only the shell, the preload script and the composition root know Electron.',
      severity: 'error',
      from: { path: '^src-main/', pathNot: '^src-main/(shell/|preload/|index\\.ts)' },
      to: { path: 'node_modules/electron/' }
    },
    only(
      'preload-knows-contract',
      '^src-main/preload/',
      [rooms.contract],
      'The bridge knows the contract only.'
    ),
    only(
      'renderer-knows-contract',
      rooms.renderer,
      [rooms.contract, rooms.declared],
      'The window knows the contract only.'
    ),
    {
      name: 'renderer-without-node',
      comment: 'The window has neither Node nor Electron.',
      severity: 'error',
      from: { path: rooms.renderer },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'features-apart',
      comment: 'A feature of the window never imports another feature.',
      severity: 'error',
      from: { path: '^src-renderer/features/([^/]+)/' },
      to: { path: '^src-renderer/features/([^/]+)/', pathNot: '^src-renderer/features/$1/' }
    },
    {
      name: 'shared-below-features',
      comment: 'Shared parts know no feature and no frame.',
      severity: 'error',
      from: { path: '^src-renderer/shared/' },
      to: { path: '^src-renderer/(features|app)/' }
    },
    {
      name: 'product-without-tests',
      comment: 'The product never imports test code.',
      severity: 'error',
      from: { path: '^src-(main|renderer)/' },
      to: { path: '^(tests|bench)/' }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.vue', '.json', '.d.ts']
    }
  }
}
