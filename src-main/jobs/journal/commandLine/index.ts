import type { JobCommandLine, WordsParts } from '../../../commandLine/words'
import { descriptions } from './descriptions'
import { printedFingerprint, printedHead } from './printed'
import type { OpenJournal, OwnServices } from './services'
import { exportLedger, verifyLedger, type VerifyOptions } from './verifying'

/** `ledger`: what proves that nothing was changed. */
export const journalCommandLine: JobCommandLine<OpenJournal, OwnServices> = {
  addWords,
  services: ({ open, asking }) => ({
    ledger: {
      verify: (printed) => open().journal.verify(printed),
      export: (file) => asking('ledger.export', ({ journal }) => journal.exportTo(file)),
      verifyExport: (bytes, file, printed) => open().journal.verifyExport(bytes, file, printed)
    }
  })
}

function addWords({ program, says, choose }: WordsParts<OwnServices>): void {
  const ledger = program.command('ledger').description(says(descriptions.ledger)).helpCommand(false)
  ledger
    .command('verify')
    .description(says(descriptions.verify))
    .option('--file <export>', says(descriptions.exported))
    .option('--head <seq:hash>', says(descriptions.printedHead), printedHead)
    .option('--root <fingerprint>', says(descriptions.printedRoot), printedFingerprint)
    .action((options: VerifyOptions) => choose((context) => verifyLedger(context, options)))
  ledger
    .command('export')
    .description(says(descriptions.exportLedger))
    .argument('<file>', says(descriptions.ledgerFile))
    .action((target: string) => choose((context) => exportLedger(context, target)))
}
