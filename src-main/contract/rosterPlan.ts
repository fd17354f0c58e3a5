/** What a step of a roster's plan does: `step.kind`. */
export const rosterStepKinds = [
  'createContainer',
  'createClass',
  'create',
  'reactivate',
  'rename',
  'changeClass',
  'changeGroups',
  'leave'
] as const
export type RosterStepKind = (typeof rosterStepKinds)[number]

/**
 * Why a step is there: `step.reason.code`, with its parameters. The window has a sentence for each.
 *
 * - `containerMissing` {container}
 * - `classMissing` {schoolClass}
 * - `inRosterNotInDirectory` {schoolId}
 * - `backInRoster` {leaverSince}
 * - `nameDiffers` {from, to}
 * - `decidedSamePerson` {schoolId}: a person decided that row and account belong together; the id is written
 * - `schoolIdMissing` {schoolId}: matched by name and birth date; the account gets an id number
 * - `classDiffers` {from, to}: classes joined with `, `
 * - `groupsInRoster` {groups}: joined with `, `
 * - `notInRoster` {schoolId}
 * - `leftOn` {schoolId, day}: the roster itself names the day
 */
export const rosterReasonCodes = [
  'containerMissing',
  'classMissing',
  'inRosterNotInDirectory',
  'backInRoster',
  'nameDiffers',
  'decidedSamePerson',
  'schoolIdMissing',
  'classDiffers',
  'groupsInRoster',
  'notInRoster',
  'leftOn'
] as const
export type RosterReasonCode = (typeof rosterReasonCodes)[number]
