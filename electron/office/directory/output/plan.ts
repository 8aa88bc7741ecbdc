import { inMemberView, type ListMember } from '../../../../shared/directory/lists/model.ts'
import { channelOf, type LeftOut, type OutputRequest } from '../../../../shared/directory/output/model.ts'
import { reachedByLabels } from '../../../../shared/directory/lists/labels.ts'
import type { OfficeDesk } from '../../session.ts'
import { asMembers, membersOf, type MemberOptions } from '../lists/members.ts'
import { selectedIds } from '../lists/selection.ts'
import { getList } from '../lists/service.ts'

/** Who is given out, and who not and why. */
export interface OutputPlan {
  members: ListMember[]
  leftOut: LeftOut[]
}

/** Decides for every contact of the source. @throws OfficeError `not-found` for a list that isn't there */
export async function planOutput(desk: OfficeDesk, request: OutputRequest): Promise<OutputPlan> {
  const members: ListMember[] = []
  const leftOut: LeftOut[] = []
  const needed = channelOf(request.format)
  for (const member of await everybody(desk, request)) {
    const fault = faultOf(member, request, needed)
    if (fault === null) members.push(member)
    else leftOut.push({ id: member.id, name: member.name, ...fault })
  }
  return { members, leftOut }
}

async function everybody(desk: OfficeDesk, { source, format, purpose, use, byChannel }: OutputRequest): Promise<ListMember[]> {
  const database = desk.database.read
  const needed = channelOf(format)
  const options: MemberOptions = { publish: use === 'publish', ...needed !== null && !(source.kind === 'list' && byChannel) && { forced: needed } }
  if (source.kind === 'list') return membersOf(database, source.id, await getList(desk, source.id), options)
  return asMembers(database, source.kind === 'contacts' ? source.ids : await selectedIds(database, source.selection), purpose, options)
}

function faultOf(member: ListMember, { despite }: OutputRequest, needed: 'email' | 'letter' | null): Pick<LeftOut, 'kind' | 'reason'> | null {
  if (inMemberView(member, 'excluded')) return { kind: 'excluded', reason: member.note === '' ? 'vom Verteiler ausgenommen' : `vom Verteiler ausgenommen: ${member.note}` }
  if (member.withheld !== '' && !member.mayDecide) return { kind: 'refused', reason: member.withheld }
  if (member.withheld !== '' && !despite) return { kind: 'undecided', reason: member.withheld }
  if (needed === null || member.reached === needed) return null
  if (member.reached === 'none') return { kind: 'lacking', reason: member.problem }
  return { kind: 'otherwise', reason: `Weg: ${reachedByLabels[member.reached]}` }
}
