import { expect, it, onTestFinished } from 'vitest'
import { openTestSession } from '../../../../tests/support/session.ts'
import { linkColumns } from './links.ts'

/** Columns that end like a link but don't name a contact, or whose links are no merge's business, with the reason. */
const noLinks: Record<string, string> = {
  'change_entry.group_id': 'a step of the log', 'change_entry.record_id': 'the log keeps what was', 'change_entry.row_id': 'the log keeps what was',
  'change_group.person_id': 'somebody of the office', 'change_group.record_id': 'the log keeps what was', 'draft.person_id': 'somebody of the office',
  'preference.person_id': 'somebody of the office', 'search_document.record_id': 'the index follows the records', 'letter.author_id': 'somebody of the office',
  'letter.signer_id': 'somebody of the office', 'letter.editor_id': 'somebody of the office', 'letterhead.signer_id': 'somebody of the office',
  'letter_recipient.letter_id': 'the letter',
  'contact_view.owner_id': 'somebody of the office', 'distribution_member.list_id': 'the list', 'contact_output.list_id': 'the list',
  'audit_entry.person_id': 'somebody of the office', 'destruction.person_id': 'somebody of the office', 'destruction.record_id': 'names what is gone',
  'contact_address.contact_id': 'copied field by field', 'contact_channel.contact_id': 'copied field by field', 'contact_label.contact_id': 'copied field by field',
  'contact_distinction.contact_id': 'inherited', 'contact_distinction.other_id': 'inherited',
  'contact_merge.contact_id': 'the chain of merges', 'contact_merge.merged_id': 'the chain of merges',
  ...Object.fromEntries(['statement.assignee_id', 'statement_contributor.person_id', 'statement_comment.author_id', 'letter_version.made_by_id', 'register_entry.assignee_id']
    .map((column) => [column, 'somebody of the office'])),
  ...Object.fromEntries(['statement_step', 'statement_contributor', 'statement_comment', 'statement_decision'].map((table) => [`${table}.statement_id`, 'the statement'])),
  'statement.letter_id': 'the draft', 'letter_version.letter_id': 'the letter', 'register_entry.record_id': 'a letter or statement', 'document.owner_id': 'what the paper lies with',
  'document.parent_id': 'the mail it hung on', 'attachment_chunk.attachment_id': 'the paper', 'document_text.document_id': 'the paper', 'matter.dossier_id': 'the file',
  'document.series_id': 'the first version of the paper', 'edited_copy.target_id': 'the letter or paper', 'edited_copy.series_id': 'the first version of the paper',
  'task.repeats_id': 'the task before', 'task.assignee_id': 'somebody of the office', 'task.given_by_id': 'somebody of the office',
  'event.series_id': 'the series', 'event.venue_id': 'the place', 'event.room_id': 'the room', 'event.responsible_id': 'somebody of the office', 'event_partner.event_id': 'the event', 'event_acceptance.event_id': 'the event', 'event_source.event_id': 'the event',
  'calendar_entry.person_id': 'somebody of the office', 'calendar_skip.entry_id': 'the entry',
  ...Object.fromEntries(['fund', 'budget_line', 'receipt', 'shift', 'shift_person', 'equipment', 'run_item', 'risk', 'safety'].map((part) => [`event_${part}.event_id`, 'the event'])),
  'event_budget_line.source_id': 'where the money comes from', 'event_receipt.source_id': 'where the money comes from', 'event_receipt.line_id': 'the line of the budget', 'event_shift_person.shift_id': 'the shift',
  ...Object.fromEntries(['participant', 'evaluation_question', 'evaluation_sheet'].map((table) => [`${table}.event_id`, 'the list of the event'])),
  'event_series.previous_id': 'the series before', 'event_series_partner.series_id': 'the series', 'event_entry.event_id': 'the event', 'event_entry.partner_id': 'the partner of the series',
  'venue_room.venue_id': 'the place', 'checklist_item.checklist_id': 'the checklist',
  'statement.extension_letter_id': 'the letter', 'directive_item.letter_id': 'the letter', 'directive_item.result_letter_id': 'the letter', 'directive_item.matter_id': 'the file',
  'directive_item.person_id': 'somebody of the office', 'text_block.owner_id': 'somebody of the office', 'text_block_version.block_id': 'the text block', 'document_template_version.template_id': 'the template', 'document_template_file.version_id': 'the template',
  'press_release.letter_id': 'the text', 'press_release.list_id': 'the media list', 'press_quote.release_id': 'the release', 'press_delivery.release_id': 'the release',
  'clipping.release_id': 'the release', 'material_edition.material_id': 'the material', 'material_movement.material_id': 'the material', 'material_movement.edition_id': 'the edition',
  'serial_recipient.run_id': 'the run', 'serial_recipient.letter_id': 'the letter', 'serial_run.entry_id': 'the line of the register',
  'filing.matter_id': 'the file', 'filing.record_id': 'what is filed; contacts are not',
}

it('knows every column that may link to a contact: a new one belongs into a record type or on the list above', async () => {
  const test = await openTestSession('leitung')
  onTestFinished(() => test.dispose())
  const { database } = test.session.office
  const tables = database.connections.reader.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index%'", [])
  const columns = tables.flatMap(({ name: table }) => database.connections.reader.all(`SELECT name FROM pragma_table_info('${table}')`, [])
    .map(({ name }) => `${table}.${name}`)).filter((column) => column.endsWith('_id'))
  const moved = new Set(linkColumns(database).map(({ table, column }) => `${table}.${column}`))
  expect(columns.filter((column) => !moved.has(column) && noLinks[column] === undefined)).toEqual([])
  // Both at once would be a contradiction, and what is gone from the database must go from here.
  expect([...moved].filter((column) => !columns.includes(column))).toEqual([])
})
